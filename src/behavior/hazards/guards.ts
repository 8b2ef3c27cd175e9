import type { GuardRule } from "../../rules/index.js";
import { type Formula, simplify, type Truth, type World } from "../paths/formula.js";
import { constantWorld, firstOf } from "../paths/worlds.js";
import { sameTerm } from "../terms/same-term.js";
import type { Term } from "../terms/term.js";

/** The term is what the pattern of a literal asks for. */
export type FitsLiteral = (literal: GuardRule["clauses"][number][number], term: Term) => boolean;

/** The facts leave no other way than that the condition holds. */
export function entails(facts: readonly Formula[], { clauses }: GuardRule, fits: FitsLiteral): boolean {
  return clauses.every((clause) =>
    areImpossible(facts, (term) => {
      const literal = clause.find((each) => fits(each, term));
      return literal === undefined ? null : !literal.holds;
    }),
  );
}

/** What one fact settles may settle another; chains are short. */
const MAXIMUM_ROUNDS = 8;

/** The facts cannot all hold in this world. */
export function areImpossible(facts: readonly Formula[], world: World): boolean {
  const known: Literal[] = [];
  const seen = firstOf(
    world,
    constantWorld(() => null),
    (term) => truthOf(term, known),
  );
  let left = facts;
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const simplified = left.map((fact) => simplify(fact, seen));
    if (simplified.includes(false)) return true;
    left = simplified.filter((fact) => typeof fact !== "boolean");
    const settled = left.flatMap((fact) => settledBy(fact, true));
    if (settled.length === 0) return false;
    known.push(...settled);
  }
  return false;
}

interface Literal {
  readonly term: Term;
  readonly holds: boolean;
}

function truthOf(term: Term, known: readonly Literal[]): Truth {
  return known.find((each) => sameTerm(each.term, term))?.holds ?? null;
}

/** What surely is so when the formula comes out as `holds`. */
function settledBy(formula: Formula, holds: boolean): Literal[] {
  switch (formula.kind) {
    case "atom":
      return [{ term: formula.term, holds }];
    case "not":
      return settledBy(formula.of, !holds);
    case "unknown":
      return [];
    default:
      return (formula.kind === "and") === holds ? formula.parts.flatMap((part) => settledBy(part, holds)) : [];
  }
}
