import type { Severity } from "../primitives/index.js";
import type { FindingFacts } from "./finding.js";
import type { Mode } from "./rule-setting.js";

/** A rule as it is when a repository says nothing about it. */
export interface RuleDescription {
  /** The name under which it is configured, silenced and explained. */
  readonly id: string;
  readonly severity: Severity;
  /** Established rules are told (`comment`); new ones, and those that are often no more than a style, are counted. */
  readonly mode: Mode;
  /** What it sees but cannot happen yet; counted only, unless the repository sets a mode. */
  readonly isLatent?: (facts: FindingFacts) => boolean;
}

/** The mode of a pack's hazard when a repository says nothing about it: its author has put it there to be told. */
export const hazardMode: Mode = "comment";
