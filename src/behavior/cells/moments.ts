import type { Pack, Pattern } from "../../rules/index.js";
import type { GuardView } from "../matrix.js";
import { type Condition, isPossible, viewGuard } from "../paths/condition.js";
import { visitTerms } from "../paths/formula.js";
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

const known = new WeakMap<Pattern, WeakMap<Condition, boolean>>();

/** Asked again for every call on the way, so it is worked out once for a condition. */
function isAbout(condition: Condition, pattern: Pattern): boolean {
  const before = known.get(pattern) ?? new WeakMap<Condition, boolean>();
  known.set(pattern, before);
  const found = before.get(condition) ?? mentions(condition, pattern);
  before.set(condition, found);
  return found;
}

function mentions({ formula, home }: Condition, pattern: Pattern): boolean {
  let found = false;
  visitTerms(formula, (term) => {
    found ||= matchPattern(pattern, term, home.constantOf) !== null;
  });
  return found;
}
