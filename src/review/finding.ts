import type { EventChange } from "../history/index.js";
import type { Severity } from "../primitives/index.js";
import type { CellRuleFacts } from "./cell-rules/facts.js";
import type { Mode } from "./rule-setting.js";

/** Where something can be seen: a place in a file of a commit. `file` and `line` are null for a commit as a whole. */
export interface FindingEvidence {
  readonly commit: string;
  readonly file: string | null;
  /** 1-based in the blob of that commit. */
  readonly line: number | null;
}

/** An earlier change, as far as it is known. */
export interface EarlierChange {
  readonly commit: string;
  readonly pullRequest: number | null;
  readonly subject: string;
  /** Issues that its description says it closes; empty where GitHub was not asked. */
  readonly closes: readonly number[];
}

/** What a change took back of an earlier one: the value of a cell before and after, the value the earlier one had replaced. */
export interface UndoneCell {
  readonly stage: string | null;
  readonly operation: string | null;
  readonly kind: EventChange["kind"];
  readonly before: string;
  readonly after: string;
}

/**
 * What a finding states, by rule, in values only: sentences are made by the
 * locales. A rule of a pack has the sentence of its author.
 */
export type FindingFacts =
  | CellRuleFacts
  | {
      readonly rule: "undoes";
      readonly extent: "full" | "partial";
      readonly by: "behavior" | "lines";
      readonly undone: EarlierChange;
      readonly cells: readonly UndoneCell[];
    }
  | {
      readonly rule: "missing-backport";
      readonly change: EarlierChange;
      /** The branches that may be meant to have the change, sorted. */
      readonly missingOn: readonly string[];
    }
  | {
      readonly rule: "hazard";
      /** The rule's id in its pack: `stale-migration-state`. */
      readonly hazard: string;
      readonly message: string;
      /** The code in question, one line, and the function it stands in. */
      readonly text: string;
      readonly function: string;
    };

/** Something that deserves a person's attention. States a fact and asks; never judges which side is right. */
export interface Finding {
  /** Fingerprint: the same for the same matter, whatever lines shift and however often a branch is pushed. */
  readonly id: string;
  /** The name under which the rule is configured, silenced and explained. */
  readonly rule: string;
  readonly severity: Severity;
  /** Whether it is told on a pull request, only counted, or fails the check. */
  readonly mode: Exclude<Mode, "off">;
  /** The pack's id; null where no pack is concerned. */
  readonly behavior: string | null;
  readonly stage: string | null;
  readonly ref: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly evidence: readonly FindingEvidence[];
  readonly facts: FindingFacts;
}

/** A finding before it has a fingerprint and a severity: what a rule sees on one ref. */
export interface Sighting {
  readonly facts: FindingFacts;
  readonly severity: Severity;
  readonly stage: string | null;
  readonly file: string | null;
  readonly line: number | null;
  /** Further places that show it, in reading order; those without a commit stand in the same tree. */
  readonly places: readonly { readonly file: string | null; readonly line: number | null; readonly commit?: string }[];
  /**
   * What the finding is about, in words that do not move with the code: rule,
   * operation, keys, function, normalised text. Equal for the same matter.
   */
  readonly identity: readonly string[];
}

/** The name under which a rule is configured, silenced and explained. */
export function ruleOf(facts: FindingFacts): string {
  if (facts.rule === "hazard") return facts.hazard;
  return facts.rule === "undoes" && facts.by === "lines" ? "undoes-by-lines" : facts.rule;
}
