import type { BranchPolicy } from "../history/index.js";
import type { Lang, Severity } from "../primitives/index.js";
import type { RuleSetting } from "../review/index.js";

/** How a repository wants Volteface to behave, as understood: nothing is left to be looked up or doubted. */
export interface Settings {
  /** Ids of bundled packs, or paths of files; null for all that come along and apply. */
  readonly packs: readonly string[] | null;
  /** In the order of the file; the last one that matches counts. */
  readonly branches: readonly BranchRule[];
  /** Of every rule of Volteface, and of the hazards that the settings name. */
  readonly rules: Readonly<Record<string, ConfiguredRule>>;
  /** Globs of paths that are not looked at. */
  readonly ignore: readonly string[];
  /** Null for the reader's own choice. */
  readonly language: Lang | null;
  readonly annotations: number;
  readonly comment: boolean;
  /** Drafts of pull requests are looked at, too. */
  readonly drafts: boolean;
  /** Null for none: then only rules in the mode `block` make a check fail. */
  readonly failOn: Severity | null;
}

/** What is said about the branches that a glob matches. */
export interface BranchRule extends BranchPolicy {
  readonly pattern: string;
}

export interface ConfiguredRule extends RuleSetting {
  /** The repository chose the mode; otherwise it is the rule's own. */
  readonly modeIsChosen: boolean;
}
