import type { Expression } from "../../languages/index.js";
import { isErrorTest } from "../facts/errors.js";
import type { Step, Test } from "../facts/path.js";
import type { Scope } from "../facts/scope.js";
import { lowerTerm, lowerTest } from "../terms/lower-term.js";
import { mapTerm, type Term } from "../terms/term.js";

/** A condition as a boolean formula over atoms. */
export type Formula =
  | {
      readonly kind: "atom";
      readonly term: Term;
      /** The atom asks about an error or a loop, whose outcome no behavior depends on. */
      readonly noise: boolean;
    }
  | { readonly kind: "not"; readonly of: Formula }
  | { readonly kind: "and" | "or"; readonly parts: readonly Formula[] };

/** True, false, or not known. */
export type Truth = boolean | null;

/** What is assumed: the truth of an atom, where the assumption says anything about it. */
export type World = (term: Term) => Truth;

/** Nobody knows how often a loop runs, so what happens in it neither surely happens nor surely does not. */
const LOOP: Formula = { kind: "atom", term: { kind: "other", text: "loop" }, noise: true };

export function not(formula: Formula): Formula {
  return formula.kind === "not" ? formula.of : { kind: "not", of: formula };
}

export function formulaOfStep(step: Step): Formula {
  switch (step.kind) {
    case "loop":
      return LOOP;
    case "when":
      return step.holds ? formulaOfTest(step.test) : not(formulaOfTest(step.test));
    case "unless":
      return not({ kind: "and", parts: step.steps.map(formulaOfStep) });
  }
}

function formulaOfTest(test: Test): Formula {
  return test.kind === "expression" ? formulaOfExpression(test.expression, test.scope) : formulaOfTerm(lowerTest(test));
}

function formulaOfExpression(expression: Expression, scope: Scope): Formula {
  if (expression.kind === "unary" && expression.operator === "!")
    return not(formulaOfExpression(expression.operand, scope));
  if (expression.kind === "binary" && (expression.operator === "&&" || expression.operator === "||")) {
    const parts = [formulaOfExpression(expression.left, scope), formulaOfExpression(expression.right, scope)];
    return { kind: expression.operator === "&&" ? "and" : "or", parts };
  }
  if (isErrorTest(expression)) return { kind: "atom", term: lowerTerm(expression, scope), noise: true };
  return formulaOfTerm(lowerTerm(expression, scope));
}

/** A boolean term as a formula: `!=` is the negation of `==`, so that both speak of one atom. */
export function formulaOfTerm(term: Term): Formula {
  if (term.kind === "unary" && term.operator === "!") return not(formulaOfTerm(term.operand));
  if (term.kind === "binary") {
    if (term.operator === "&&") return { kind: "and", parts: [formulaOfTerm(term.left), formulaOfTerm(term.right)] };
    if (term.operator === "||") return { kind: "or", parts: [formulaOfTerm(term.left), formulaOfTerm(term.right)] };
    const compared = formulaOfComparison(term);
    if (compared !== null) return compared;
  }
  return { kind: "atom", term, noise: false };
}

/** Every comparison is spoken of as equality or "less than", so that two spellings of one question are one atom. */
function formulaOfComparison({ operator, left, right }: Term & { kind: "binary" }): Formula | null {
  const atom = (spelled: "==" | "<", a: Term, b: Term): Formula => ({
    kind: "atom",
    term: { kind: "binary", operator: spelled, left: a, right: b },
    noise: false,
  });
  switch (operator) {
    case "==":
    case "!=": {
      const [other, truth] = isBoolean(right) ? [left, right] : [right, left];
      const equal = isBoolean(truth) ? sameTruth(other, truth) : atom("==", left, right);
      return operator === "==" ? equal : not(equal);
    }
    case "<":
    case ">": {
      const [less, more] = operator === "<" ? [left, right] : [right, left];
      if (isLength(more) && isNumber(less, "0")) return not(atom("==", more, less));
      if (isLength(less) && isNumber(more, "1"))
        return atom("==", less, { kind: "constant", type: "number", value: "0" });
      return atom("<", less, more);
    }
    case "<=":
      return not(formulaOfTerm({ kind: "binary", operator: "<", left: right, right: left }));
    case ">=":
      return not(formulaOfTerm({ kind: "binary", operator: "<", left, right }));
    default:
      return null;
  }
}

function isBoolean(term: Term): term is Term & { kind: "constant" } {
  return term.kind === "constant" && term.type === "boolean";
}

function sameTruth(term: Term, truth: Term & { kind: "constant" }): Formula {
  return truth.value === "true" ? formulaOfTerm(term) : not(formulaOfTerm(term));
}

function isLength(term: Term): boolean {
  return (
    term.kind === "call" &&
    term.callee.kind === "symbol" &&
    term.callee.name === "len" &&
    term.callee.qualifier === null
  );
}

function isNumber(term: Term, value: string): boolean {
  return term.kind === "constant" && term.type === "number" && term.value === value;
}

export function mapFormula(formula: Formula, replace: (term: Term) => Term | null): Formula {
  switch (formula.kind) {
    case "atom":
      return formula.noise ? formula : formulaOfTerm(mapTerm(formula.term, replace));
    case "not":
      return not(mapFormula(formula.of, replace));
    default:
      return { ...formula, parts: formula.parts.map((part) => mapFormula(part, replace)) };
  }
}

/** The atoms of a formula that may decide a behavior. */
export function atomsOf(formula: Formula): Term[] {
  switch (formula.kind) {
    case "atom":
      return formula.noise ? [] : [formula.term];
    case "not":
      return atomsOf(formula.of);
    default:
      return formula.parts.flatMap(atomsOf);
  }
}

/** Kleene's strong three-valued logic: https://en.wikipedia.org/wiki/Three-valued_logic#Kleene_and_Priest_logics */
export function evaluate(formula: Formula, world: World): Truth {
  switch (formula.kind) {
    case "atom":
      return formula.noise ? null : world(formula.term);
    case "not": {
      const truth = evaluate(formula.of, world);
      return truth === null ? null : !truth;
    }
    default: {
      const deciding = formula.kind === "or";
      let known = true;
      for (const part of formula.parts) {
        const truth = evaluate(part, world);
        if (truth === deciding) return deciding;
        known &&= truth !== null;
      }
      return known ? !deciding : null;
    }
  }
}

/** What remains to be asked of a formula in a world; true or false where nothing remains. */
export function simplify(formula: Formula, world: World): Formula | boolean {
  const truth = evaluate(formula, world);
  if (truth !== null) return truth;
  if (formula.kind === "not") {
    const inner = simplify(formula.of, world);
    return typeof inner === "boolean" ? !inner : not(inner);
  }
  if (formula.kind === "atom") return formula;
  const parts = formula.parts.map((part) => simplify(part, world)).filter((part) => typeof part !== "boolean");
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { ...formula, parts };
}
