import type { Path, Problem } from "../rules/index.js";
import type { Origin } from "./origin.js";
import type { WrittenSettings } from "./written-settings.js";

/** Some settings as one source says them. What it does not say is absent. */
export interface SettingsLayer {
  readonly written: WrittenSettings;
  /** Where the field at `path` was said. */
  readonly originOf: (path: Path) => Origin;
}

export type ReadSettings =
  | { readonly ok: true; readonly layer: SettingsLayer }
  /** Everything that is wrong, in the order of the file. Never empty. */
  | { readonly ok: false; readonly problems: readonly Problem[] };
