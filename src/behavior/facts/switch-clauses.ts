import type { Expression, Switch } from "../../languages/index.js";
import type { Step, Test } from "./path.js";
import type { Scope } from "./scope.js";

/** The clause before this one falls through into it. */
export function runsInto({ clauses }: Switch, index: number): boolean {
  return clauses[index - 1]?.fallsThrough === true;
}

/**
 * What must hold for a clause's body to run: its own values, or those of the
 * clauses that fall through into it; for the default none of the others. The
 * clauses of a switch without a tag are asked one after the other, like a chain
 * of ifs; with a tag their values exclude each other anyway.
 */
export function clauseSteps(statement: Switch, index: number, scope: Scope): Step[] {
  let first = index;
  while (runsInto(statement, first)) first--;
  const tests = statement.clauses.map((clause) => testOf(statement, clause.values, scope, clause.line));
  const own = tests.slice(first, index + 1);
  const isDefault = own.includes(null);
  const before = isTagless(statement) ? tests.slice(0, first) : [];
  const others = isDefault ? tests.filter((test) => !own.includes(test)) : before;
  const negated = others.flatMap((test): Step[] => (test === null ? [] : [{ kind: "when", test, holds: false }]));
  if (isDefault) return negated;
  return [...negated, { kind: "when", test: anyOf(own.filter((test) => test !== null)), holds: true }];
}

/** What has been answered with no when the values of a clause are asked: those before it, in a switch without a tag. */
export function stepsBeforeAsking(statement: Switch, index: number, scope: Scope): Step[] {
  if (!isTagless(statement)) return [];
  return statement.clauses.slice(0, index).flatMap(({ values, line }): Step[] => {
    const test = testOf(statement, values, scope, line);
    return test === null ? [] : [{ kind: "when", test, holds: false }];
  });
}

function isTagless({ subject }: Switch): boolean {
  return subject === null || (subject.kind === "name" && subject.name === "true");
}

/** Null for the default clause. */
function testOf(statement: Switch, values: readonly Expression[], scope: Scope, line: number): Test | null {
  const [first, ...others] = values;
  if (first === undefined) return null;
  const { subject, byType } = statement;
  if (subject !== null && !isTagless(statement))
    return { kind: "case", subject, values, byType: byType !== null, scope, line };
  return { kind: "expression", expression: others.reduce(disjunction, first), lead: null, scope, line };
}

/** One test for clauses that run into each other. */
function anyOf(tests: readonly Test[]): Test {
  return tests.reduce((left, right) => {
    if (left.kind === "case" && right.kind === "case") return { ...right, values: [...left.values, ...right.values] };
    if (left.kind === "case" || right.kind === "case") return right;
    return { ...right, expression: disjunction(left.expression, right.expression) };
  });
}

function disjunction(left: Expression, right: Expression): Expression {
  return { ...left, end: right.end, kind: "binary", operator: "||", left, right };
}
