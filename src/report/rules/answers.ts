import type { CheckedExample, CheckedHazard, PackDescription, Problem } from "../../rules/index.js";

/** What `rules check` found about one pack: problems in its text, or how its examples went. */
export interface RuleCheck {
  /** As the user named it. */
  readonly reference: string;
  /** Null when the text is too broken to tell. */
  readonly id: string | null;
  readonly problems: readonly Problem[];
  readonly examples: readonly CheckedExample[];
  readonly hazards: readonly CheckedHazard[];
}

/** The examples of hazards that did not show what they should. */
export const hazardMismatches = ({ hazards }: RuleCheck) =>
  hazards.flatMap(({ id, examples }) =>
    examples.filter(({ matches }) => !matches).map((example) => ({ id, ...example })),
  );

export const isBroken = (check: RuleCheck): boolean => problemCount(check) > 0;

export const problemCount = (check: RuleCheck): number =>
  check.problems.length +
  check.examples.filter((example) => example.mismatches.length > 0).length +
  hazardMismatches(check).length;

export const exampleCount = ({ examples, hazards }: RuleCheck): number =>
  examples.length + hazards.reduce((sum, hazard) => sum + hazard.examples.length, 0);

/** The three answers about rules; each is told in every format. */
export type RulesAnswer =
  | { readonly kind: "list"; readonly packs: readonly PackDescription[] }
  | { readonly kind: "check"; readonly checks: readonly RuleCheck[] }
  | { readonly kind: "explain"; readonly pack: PackDescription };
