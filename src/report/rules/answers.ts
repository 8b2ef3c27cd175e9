import type { CheckedExample, PackDescription, Problem } from "../../rules/index.js";

/** What `rules check` found about one pack: problems in its text, or how its examples went. */
export interface RuleCheck {
  /** As the user named it. */
  readonly reference: string;
  /** Null when the text is too broken to tell. */
  readonly id: string | null;
  readonly problems: readonly Problem[];
  readonly examples: readonly CheckedExample[];
}

export const isBroken = (check: RuleCheck): boolean =>
  check.problems.length > 0 || check.examples.some((example) => example.mismatches.length > 0);

export const problemCount = (check: RuleCheck): number =>
  check.problems.length + check.examples.filter((example) => example.mismatches.length > 0).length;

/** The three answers about rules; each is told in every format. */
export type RulesAnswer =
  | { readonly kind: "list"; readonly packs: readonly PackDescription[] }
  | { readonly kind: "check"; readonly checks: readonly RuleCheck[] }
  | { readonly kind: "explain"; readonly pack: PackDescription };
