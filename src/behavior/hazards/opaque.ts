import type { Expression } from "../../languages/index.js";
import type { GuardRule } from "../../rules/index.js";
import { atomsOf, type Formula } from "../paths/formula.js";
import type { Captures } from "../terms/match.js";
import { sameTerm } from "../terms/same-term.js";
import type { Term, TermOf } from "../terms/term.js";

/**
 * Some fact is the answer of a call that was given what the condition asks
 * about, or of a variable that is not followed: that may be the condition, and
 * nobody knows.
 */
export function mayHideGuard(facts: readonly Formula[], guard: GuardRule, captures: Captures): boolean {
  const subjects = guard.clauses.flat().flatMap(({ pattern }) => subjectsIn(pattern.expression, captures));
  if (subjects.length === 0) return false;
  return facts.flatMap(atomsOf).some((question) => mayAsk(question, subjects));
}

/** The objects that the condition names, from what a metavariable stands for down to the field that is compared. */
function subjectsIn(expression: Expression, captures: Captures): Term[] {
  const own = termIn(expression, captures);
  switch (expression.kind) {
    case "member":
      return [...(own ?? []), ...subjectsIn(expression.object, captures)];
    case "index":
      return subjectsIn(expression.object, captures);
    case "call":
      return [expression.callee, ...expression.arguments].flatMap((each) => subjectsIn(each, captures));
    case "unary":
      return subjectsIn(expression.operand, captures);
    case "binary":
      return [expression.left, expression.right].flatMap((each) => subjectsIn(each, captures));
    default:
      return own ?? [];
  }
}

function termIn(expression: Expression, captures: Captures): [Term] | null {
  if (expression.kind === "name" && expression.name.startsWith("$")) {
    const captured = captures.get(expression.name.slice(1));
    return captured === undefined ? null : [captured];
  }
  if (expression.kind !== "member") return null;
  const object = termIn(expression.object, captures);
  return object === null ? null : [{ kind: "member", object: object[0], name: expression.name }];
}

/** What is asked by itself, and not about something that was made of it. */
function mayAsk(question: Term, subjects: readonly Term[]): boolean {
  switch (question.kind) {
    case "call":
      return isGiven(question, subjects);
    case "part":
      return question.of.kind === "call" && isGiven(question.of, subjects);
    case "binary":
      return [question.left, question.right].some((side) => side.kind === "call" && isGiven(side, subjects));
    case "local":
      return question.sources().some(({ kind }) => kind === "unknown");
    default:
      return false;
  }
}

function isGiven({ callee, arguments: given }: TermOf<"call">, subjects: readonly Term[]): boolean {
  const isSubject = (term: Term): boolean => subjects.some((subject) => sameTerm(subject, term));
  return given.some(isSubject) || (given.length > 0 && callee.kind === "member" && isSubject(callee.object));
}
