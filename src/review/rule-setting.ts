import type { Severity } from "../primitives/index.js";

/**
 * What happens with a rule's findings: nothing is looked for (off), they are
 * counted but not told on a pull request (monitor), told (comment), or told and
 * the check fails (block). New rules start in monitor.
 */
export const modes = ["off", "monitor", "comment", "block"] as const;
export type Mode = (typeof modes)[number];

/** How a repository wants one rule. */
export interface RuleSetting {
  readonly mode: Mode;
  /** Null for the rule's own. */
  readonly severity: Severity | null;
  /** Why, in the maintainers' words; shown where the setting silences something. */
  readonly reason: string | null;
}
