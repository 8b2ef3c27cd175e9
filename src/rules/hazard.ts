import type { Severity } from "../primitives/index.js";
import type { Pattern } from "./pack.js";

/** A hazard of the project's own: code that deserves a look wherever it stands. */
export interface HazardRule {
  /** Unique in its pack, and no name of a built-in rule: `stale-migration-state`. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence that states what is seen. */
  readonly message: string;
  /** Why it matters and what to do, as prose. */
  readonly explanation: string;
  readonly find: CodeRule;
  /** What metavariables may stand for, each with its name without the `$`. */
  readonly where: readonly (readonly [variable: string, rule: ObjectRule])[];
  readonly examples: readonly HazardExample[];
}

/** What code must be; all that is given must be so. */
export interface CodeRule {
  readonly pattern: Pattern | null;
  readonly kind: CodeKind | null;
  readonly regex: TextRule | null;
  readonly all: readonly CodeRule[];
  /** Null when no alternatives are given. */
  readonly any: readonly CodeRule[] | null;
  readonly inside: Relation | null;
  readonly has: Relation | null;
  readonly follows: Relation | null;
  readonly precedes: Relation | null;
  readonly guarded: GuardRule | null;
  /** Where the code holds, the function is left silently, and all that this finds is passed over. */
  readonly skips: CodeRule | null;
  readonly not: CodeRule | null;
}

/** Another place that stands in a relation to the code. */
export interface Relation {
  readonly rule: CodeRule;
  /** How far is looked: the nearest place only, to the end, or up to and with the first place that this rule fits. */
  readonly stopBy: "neighbor" | "end" | CodeRule;
}

/** A condition that is known to hold on every path to the code: all of the clauses, of each at least one literal. */
export interface GuardRule {
  /** As written; several are alternatives. */
  readonly texts: readonly string[];
  readonly clauses: readonly (readonly GuardLiteral[])[];
}
export interface GuardLiteral {
  readonly pattern: Pattern;
  readonly holds: boolean;
}

/** A text of source. What stands in comments and strings is looked at only when asked for. */
export interface TextRule {
  /** A regular expression, for `expressionOf`. */
  readonly text: string;
  readonly comments: boolean;
  readonly strings: boolean;
}

/** What a metavariable stands for. */
export interface ObjectRule {
  readonly pattern: Pattern | null;
  /** The bare name of its type, where the source shows it. */
  readonly type: string | null;
  /** Asked of every name under which the function knows it, or else of its text. */
  readonly regex: TextRule | null;
  readonly all: readonly ObjectRule[];
  readonly any: readonly ObjectRule[] | null;
  readonly not: ObjectRule | null;
}

/** Code with the lines on which the hazard must be seen, 1-based; none for code that must not be it. */
export interface HazardExample {
  readonly title: string;
  readonly code: string;
  readonly lines: readonly number[];
}

export const codeKinds = [
  "call",
  "closure",
  "composite",
  "assign",
  "target",
  "declare",
  "return",
  "if",
  "switch",
  "loop",
  "select",
  "send",
  "defer",
  "go",
] as const;
export type CodeKind = (typeof codeKinds)[number];

/** Metavariable that says what a hazard is about: places with the same subject are told once. */
export const SUBJECT = "subject";

/** Rules that are not a pack's; their names are taken, because rules are configured and silenced by name. */
export const builtInRules: readonly string[] = [
  "undoes",
  "missing-backport",
  "asymmetry",
  "guarded-cleanup",
  "missing-stage",
  "unused-operation",
  "two-flows",
  "early-return-before-cleanup",
  "uncleaned-key",
  "unowned-cleanup",
  "hazard",
];
