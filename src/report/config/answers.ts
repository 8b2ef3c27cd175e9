import type { BranchRule, Origin } from "../../config/index.js";
import type { Lang, Severity } from "../../primitives/index.js";
import type { Mode } from "../../review/index.js";
import type { Problem } from "../../rules/index.js";

/** What `config check` found. */
export interface SettingsCheck {
  readonly kind: "check";
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** The settings that hold, as `config show` tells them. */
export interface ShownSettings {
  readonly kind: "show";
  /** Null when the repository has none. */
  readonly file: string | null;
  /** Null for all that come along and apply. */
  readonly packs: readonly string[] | null;
  readonly branches: readonly BranchRule[];
  readonly rules: readonly {
    readonly id: string;
    readonly mode: Mode;
    /** Null for a hazard's own. */
    readonly severity: Severity | null;
    readonly reason: string | null;
    readonly origin: Origin;
  }[];
  readonly ignore: readonly string[];
  readonly language: Lang | null;
  readonly annotations: number;
  readonly comment: boolean;
  readonly drafts: boolean;
  readonly failOn: Severity | null;
  /** By field, as it is called in the file. */
  readonly origins: Readonly<Record<string, Origin>>;
}

export type ConfigAnswer = SettingsCheck | ShownSettings;
