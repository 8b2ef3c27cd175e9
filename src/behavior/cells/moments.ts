import { perObject } from "../../primitives/index.js";
import type { Pack, Pattern } from "../../rules/index.js";
import type { GuardView } from "../matrix.js";
import { type Condition, isPossible, viewGuard } from "../paths/condition.js";
import { visitTerms } from "../paths/formula.js";
import { placeName } from "../program/seed-names.js";
import { matchPattern } from "../terms/match.js";
import type { Term } from "../terms/term.js";

/** A condition that keeps a path from going on. */
export interface Bar {
  readonly guard: GuardView;
  /** Where the condition stands. */
  readonly file: string;
  readonly function: string;
  /** The pack's patterns that it asks about: the same however the code spells it. */
  readonly about: readonly string[];
}

/** The conditions that fail whenever the pack's terminal facts hold; those that end in an error are heard of and left out. */
export function barsOf(conditions: readonly Condition[], { terminal }: Pack): Bar[] {
  if (terminal === null) return [];
  return conditions
    .filter(
      (condition) => condition.exit?.error !== true && !isPossible([condition], endedFor(condition, terminal.holds)),
    )
    .map((condition) => ({
      guard: viewGuard(condition),
      file: condition.place.file,
      function: condition.place.function,
      about: terminal.holds.filter((pattern) => isAbout(condition, pattern)).map(({ text }) => text),
    }));
}

/** The world in which the terminal facts hold and nothing else is known. */
function endedFor({ home }: Condition, holds: readonly Pattern[]) {
  return (term: Term): true | null =>
    holds.some((pattern) => matchPattern(pattern, term, home.constantOf) !== null) ? true : null;
}

/** Some condition is about what the pack says tells the owner. */
export function asksOwner(conditions: readonly Condition[], { shared }: Pack): boolean {
  if (shared === null) return false;
  return conditions.some((condition) => shared.owner.some((pattern) => isAbout(condition, pattern)));
}

function isAbout(condition: Condition, pattern: Pattern): boolean {
  const name = placeName(pattern.expression);
  return (name === null || name === "$_" || namesIn(condition).has(name)) && mentions(pattern)(condition);
}

/** Everything that a condition names: most patterns are about something else. */
const namesIn = perObject(({ formula }: Condition): ReadonlySet<string> => {
  const names = new Set<string>();
  visitTerms(formula, (term) => {
    if ("name" in term) names.add(term.name);
  });
  return names;
});

/** Asked again for every call on the way, so it is worked out once for a condition. */
const mentions = perObject((pattern: Pattern) =>
  perObject(({ formula, home }: Condition): boolean => {
    let found = false;
    visitTerms(formula, (term) => {
      found ||= matchPattern(pattern, term, home.constantOf) !== null;
    });
    return found;
  }),
);
