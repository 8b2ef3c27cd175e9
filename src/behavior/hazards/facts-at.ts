import { type Path, type Step, stepsOf } from "../facts/path.js";
import { type Formula, formulaOfStep, formulaOfTerm, not } from "../paths/formula.js";
import type { Term, TermOf } from "../terms/term.js";

/** Variables that got their answer from other variables are followed this far. */
const MAXIMUM_DEPTH = 4;

/**
 * What holds wherever a path leads. A yes-or-no variable stands for the ways in
 * which it got its value. Steps that `counts` refuses are left out.
 */
export function factsAt(path: Path | null, counts: (step: Step) => boolean = () => true): Formula[] {
  return stepsOf(path)
    .filter(counts)
    .map((step) => followed(formulaOfStep(step), true, 0));
}

/**
 * The formula with the origins of variables in their place. What is put in is
 * only what surely follows, so it depends on the side of a negation.
 */
function followed(formula: Formula, positive: boolean, depth: number): Formula {
  switch (formula.kind) {
    case "atom": {
      const { term } = formula;
      const atom: Formula = { ...formula, withoutError: null };
      if (term.kind !== "local" || depth >= MAXIMUM_DEPTH) return atom;
      const ways = waysTo(term, positive, depth + 1);
      if (ways === null) return atom;
      return positive ? { kind: "and", parts: [atom, ways] } : { kind: "or", parts: [atom, not(ways)] };
    }
    case "not":
      return not(followed(formula.of, !positive, depth));
    case "unknown":
      return formula;
    default:
      return { ...formula, parts: formula.parts.map((part) => followed(part, positive, depth)) };
  }
}

/**
 * What held on one of the ways on which a variable can have come by this value;
 * null where that is not known. Whoever gave it the value was not followed by
 * somebody who gave it another.
 */
function waysTo(local: TermOf<"local">, value: boolean, depth: number): Formula | null {
  const sources = local.sources().flatMap((source) => (source.kind === "unknown" ? [] : [source]));
  if (sources.length < local.sources().length) return null;
  const ways = sources.map((source, index): Formula => {
    const origin = source.kind === "zero" ? constant(false) : formulaOfTerm(source.value);
    const isValue = value ? followed(origin, true, depth) : not(followed(origin, false, depth));
    const passedBy = sources.slice(index + 1).map(({ path }) => not(stepsTaken(path, false, depth)));
    return { kind: "and", parts: [stepsTaken(source.path, true, depth), isValue, ...passedBy] };
  });
  return { kind: "or", parts: ways };
}

function stepsTaken(path: Path | null, positive: boolean, depth: number): Formula {
  return { kind: "and", parts: stepsOf(path).map((step) => followed(formulaOfStep(step), positive, depth)) };
}

function constant(value: boolean): Formula {
  const term: Term = { kind: "constant", type: "boolean", value: String(value) };
  return { kind: "atom", term, withoutError: null };
}
