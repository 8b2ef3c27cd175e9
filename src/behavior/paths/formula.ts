import type { Expression } from "../../languages/index.js";
import { perObject } from "../../primitives/index.js";
import { answerWithoutError, makesError } from "../facts/errors.js";
import type { Step, Test } from "../facts/path.js";
import type { Scope } from "../facts/scope.js";
import { lowerTerm, lowerTest } from "../terms/lower-term.js";
import { mapAll, mapTerm, type Term, type TermOf, visitTerm } from "../terms/term.js";

/** A condition as a boolean formula over atoms. */
export type Formula =
  | {
      readonly kind: "atom";
      readonly term: Term;
      /** For a question about an error, its answer while nothing goes wrong: no behavior depends on it. Else null. */
      readonly withoutError: boolean | null;
    }
  /** Nobody knows how often a loop runs, so what happens in it neither surely happens nor surely does not. */
  | { readonly kind: "unknown" }
  | { readonly kind: "not"; readonly of: Formula }
  | { readonly kind: "and" | "or"; readonly parts: readonly Formula[] };

/** True, false, or not known. */
export type Truth = boolean | null;

/** What is assumed: the truth of an atom, where the assumption says anything about it. */
export type World = (term: Term) => Truth;

export function not(formula: Formula): Formula {
  return formula.kind === "not" ? formula.of : { kind: "not", of: formula };
}

function and(parts: readonly Formula[]): Formula {
  return { kind: "and", parts };
}

/** What a step asks; a step belongs to one text, so this is worked out once. */
export const formulaOfStep = perObject((step: Step): Formula => {
  switch (step.kind) {
    case "loop":
      return { kind: "unknown" };
    case "when":
      return step.holds ? formulaOfTest(step.test) : not(formulaOfTest(step.test));
    case "unless":
    case "otherwise":
      return not(and(step.steps.map(formulaOfStep)));
  }
});

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
  const formula = formulaOfTerm(lowerTerm(expression, scope));
  const calm = answerWithoutError(expression, scope);
  if (calm === null) return formula;
  if (formula.kind === "atom") return { ...formula, withoutError: calm };
  return formula.kind === "not" && formula.of.kind === "atom" ? not({ ...formula.of, withoutError: !calm }) : formula;
}

/** A boolean term as a formula: `!=` is the negation of `==`, so that both speak of one atom. */
export function formulaOfTerm(term: Term): Formula {
  if (term.kind === "unary" && term.operator === "!") return not(formulaOfTerm(term.operand));
  if (term.kind !== "binary") return { kind: "atom", term, withoutError: null };
  const { operator, left, right } = term;
  if (operator === "&&") return and([formulaOfTerm(left), formulaOfTerm(right)]);
  if (operator === "||") return { kind: "or", parts: [formulaOfTerm(left), formulaOfTerm(right)] };
  if (operator === "!=") return not(formulaOfTerm({ ...term, operator: "==" }));
  if (operator === "==" && isBoolean(right))
    return right.value === "true" ? formulaOfTerm(left) : not(formulaOfTerm(left));
  if (operator === "==" && isBoolean(left)) return formulaOfTerm({ ...term, left: right, right: left });
  return { kind: "atom", term, withoutError: null };
}

function isBoolean(term: Term): term is TermOf<"constant"> {
  return term.kind === "constant" && term.type === "boolean";
}

/** The formula with its terms replaced. What stays the same is the same object, not a copy. */
export function mapFormula(formula: Formula, replace: (term: Term) => Term | null): Formula {
  switch (formula.kind) {
    case "atom": {
      const term = mapTerm(formula.term, replace);
      if (term === formula.term) return formula;
      return formula.withoutError === null ? formulaOfTerm(term) : { ...formula, term };
    }
    case "not": {
      const of = mapFormula(formula.of, replace);
      return of === formula.of ? formula : not(of);
    }
    case "unknown":
      return formula;
    default: {
      const parts = mapAll(formula.parts, (part) => mapFormula(part, replace));
      return parts === formula.parts ? formula : { ...formula, parts };
    }
  }
}

/** The atoms of a formula that may decide a behavior. */
export function atomsOf(formula: Formula): Term[] {
  const atoms: Term[] = [];
  visitAtoms(formula, (term) => atoms.push(term));
  return atoms;
}

function visitAtoms(formula: Formula, visit: (term: Term) => void): void {
  if (formula.kind === "atom") {
    if (formula.withoutError === null) visit(formula.term);
  } else if (formula.kind === "not") visitAtoms(formula.of, visit);
  else if (formula.kind !== "unknown") for (const part of formula.parts) visitAtoms(part, visit);
}

/** Visits every term of a formula and everything in it. */
export function visitTerms(formula: Formula, visit: (term: Term) => void): void {
  visitAtoms(formula, (atom) => visitTerm(atom, visit));
}

/** Some part of it is asked in a loop that the path has left. */
export function dependsOnLoop(formula: Formula): boolean {
  if (formula.kind === "not") return dependsOnLoop(formula.of);
  return formula.kind === "unknown" || (formula.kind !== "atom" && formula.parts.some(dependsOnLoop));
}

/** Kleene's strong three-valued logic: https://en.wikipedia.org/wiki/Three-valued_logic#Kleene_and_Priest_logics */
export function evaluate(formula: Formula, world: World): Truth {
  switch (formula.kind) {
    case "atom":
      return formula.withoutError === null ? world(formula.term) : isNoError(formula.term);
    case "unknown":
      return null;
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

/** `err == nil`, where a helper's return has shown what the error is. */
function isNoError(question: Term): Truth {
  if (question.kind !== "binary" || question.operator !== "==") return null;
  const { left, right } = question;
  const other = isNil(right) ? left : isNil(left) ? right : null;
  if (other === null) return null;
  if (isNil(other)) return true;
  return other.kind === "call" && makesError(other.node.callee) ? false : null;
}

function isNil(term: Term): boolean {
  return term.kind === "constant" && term.type === "nil";
}

/** What remains to be asked of a formula in a world, the same object where that is all of it; true or false where nothing remains. */
export function simplify(formula: Formula, world: World): Formula | boolean {
  const truth = evaluate(formula, world);
  if (truth !== null) return truth;
  if (formula.kind === "not") {
    const inner = simplify(formula.of, world);
    if (typeof inner === "boolean") return !inner;
    return inner === formula.of ? formula : not(inner);
  }
  if (formula.kind === "atom" || formula.kind === "unknown") return formula;
  const parts = formula.parts.map((part) => simplify(part, world)).filter((part) => typeof part !== "boolean");
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  const isSame = parts.length === formula.parts.length && parts.every((part, index) => part === formula.parts[index]);
  return isSame ? formula : { ...formula, parts };
}
