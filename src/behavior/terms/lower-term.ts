import type { Expression } from "../../languages/index.js";
import { definitionsAt } from "../facts/definitions.js";
import type { Test } from "../facts/path.js";
import type { Assignment, Binding, Scope } from "../facts/scope.js";
import { FALSE, NIL, type Source, sizeOf, type Term, TRUE, zeroOf } from "./term.js";
import { typeText } from "./type-text.js";

/** A definition that would make a larger term than this is shown by its local name. */
const MAXIMUM_SIZE = 200;

/** An expression stands in one place only, so its meaning is worked out once. */
const known = new WeakMap<Expression, Term>();

/** What an expression means where it stands. */
export function lowerTerm(expression: Expression, scope: Scope): Term {
  const before = known.get(expression);
  if (before !== undefined) return before;
  const term = lower(expression, scope);
  known.set(expression, term);
  return term;
}

function lower(expression: Expression, scope: Scope): Term {
  const inner = (each: Expression): Term => lowerTerm(each, scope);
  switch (expression.kind) {
    case "name":
      return lowerName(expression, scope);
    case "literal":
      return { kind: "constant", type: expression.type === "number" ? "number" : "string", value: expression.value };
    case "member": {
      const { object, name } = expression;
      if (object.kind === "name" && scope.find(object.name, object.start) === null)
        return { kind: "symbol", qualifier: object.name, name };
      return { kind: "member", object: inner(object), name };
    }
    case "index": {
      const [index] = expression.indices;
      if (index === undefined) return inner(expression.object);
      return { kind: "index", object: inner(expression.object), index: inner(index) };
    }
    case "call": {
      const { callee, arguments: values } = expression;
      return { kind: "call", callee: inner(callee), arguments: values.map(inner), node: expression };
    }
    case "unary":
      return { kind: "unary", operator: expression.operator, operand: inner(expression.operand) };
    case "binary": {
      const { operator, left, right } = expression;
      return { kind: "binary", operator, left: inner(left), right: inner(right) };
    }
    case "composite": {
      const type = expression.type === null ? "" : typeText(expression.type);
      const entries = expression.entries.map(({ key, value }) => ({
        key: key === null ? null : type.startsWith("map[") ? inner(key) : lowerKey(key, inner),
        value: inner(value),
      }));
      return { kind: "composite", type, entries };
    }
    case "assertion": {
      const type = expression.type === null ? "type" : typeText(expression.type);
      return { kind: "assertion", object: inner(expression.object), type };
    }
    case "slice":
      return { kind: "other", text: "slice" };
    case "function":
      return { kind: "other", text: "func" };
    case "type":
      return { kind: "other", text: expression.text };
  }
}

/** A test as one boolean term; a clause with several values is a disjunction. */
export function lowerTest(test: Test): Term {
  if (test.kind === "expression") return lowerTerm(test.expression, test.scope);
  const subject = lowerTerm(test.subject.kind === "assertion" ? test.subject.object : test.subject, test.scope);
  const tests = test.values.map((value): Term => {
    if (test.byType) return { kind: "has", of: { kind: "assertion", object: subject, type: typeText(value) } };
    return { kind: "binary", operator: "==", left: subject, right: lowerTerm(value, test.scope) };
  });
  return tests.reduce((left, right) => ({ kind: "binary", operator: "||", left, right }));
}

/** A bare name as a composite's key is a field, whatever local or constant has that name. */
function lowerKey(key: Expression, inner: (expression: Expression) => Term): Term {
  return key.kind === "name" ? { kind: "other", text: key.name } : inner(key);
}

function lowerName(expression: Expression & { kind: "name" }, scope: Scope): Term {
  const { name, start } = expression;
  const binding = scope.find(name, start);
  if (binding === null) return lowerFreeName(name);
  const { assignments, initial } = definitionsAt(binding, scope, start);
  const own = initial ? initialTerm(binding) : null;
  const [only, ...others] = assignments;
  if (only === undefined && own !== null) return own;
  if (only !== undefined && others.length === 0 && !initial) {
    // While a variable is worked out in terms of itself it stands for itself.
    known.set(expression, opaque(binding));
    const term = assignedTerm(only, binding);
    if (term !== null && sizeOf(term) <= MAXIMUM_SIZE) return term;
  }
  return localOf(binding, assignments, own);
}

function lowerFreeName(name: string): Term {
  if (name === "true") return TRUE;
  if (name === "false") return FALSE;
  return name === "nil" ? NIL : { kind: "symbol", qualifier: null, name };
}

/** What a parameter or a receiver is before anything is assigned to it. */
function initialTerm({ origin, name, type }: Binding): Term | null {
  if (origin === "local") return null;
  if (origin === "receiver") return { kind: "receiver", type: type ?? "" };
  return { kind: "parameter", index: origin.parameter, rank: origin.rank, name, type: type ?? "" };
}

function opaque(binding: Binding): Term {
  return { kind: "local", name: binding.name, type: binding.type, identity: binding, sources: () => [] };
}

/** A variable with several definitions; what they are is worked out when somebody asks. */
function localOf(binding: Binding, assignments: readonly Assignment[], initial: Term | null): Term {
  let found: readonly Source[] | null = null;
  const sources = (): readonly Source[] => {
    if (found === null) {
      const values = assignments.map((each) => sourceOf(each, binding));
      found = initial === null ? values : [{ kind: "value", value: initial, path: null }, ...values];
    }
    return found;
  };
  return { kind: "local", name: binding.name, type: typeOf(binding), identity: binding, sources };
}

function sourceOf(assignment: Assignment, binding: Binding): Source {
  if (assignment.kind === "zero") return { kind: "zero", path: assignment.path };
  const value = assignedTerm(assignment, binding);
  if (value === null || sizeOf(value) > MAXIMUM_SIZE) return { kind: "unknown" };
  return { kind: "value", value, path: assignment.path };
}

function assignedTerm(assignment: Assignment, { type }: Binding): Term | null {
  const { scope } = assignment;
  if (assignment.kind === "element")
    return { kind: "element", of: lowerTerm(assignment.over, scope), role: assignment.role };
  if (assignment.kind === "zero") return type === null ? null : zeroTerm(type);
  if (assignment.kind !== "value") return null;
  const { value, index, size } = assignment;
  const term = lowerTerm(value, scope);
  if (size === 1) return term;
  if (size === 2 && isCommaOk(value)) return index === 0 ? term : { kind: "has", of: term };
  return { kind: "part", of: term, index, size };
}

/** Forms that give a second value when asked for it. */
function isCommaOk(value: Expression): boolean {
  return value.kind === "index" || value.kind === "assertion" || (value.kind === "unary" && value.operator === "<-");
}

/** The zero value, where the type's text shows which it is. */
function zeroTerm(type: string): Term | null {
  if (/^u?int\d*$|^float\d\d$|^byte$|^rune$/.test(type)) return { kind: "constant", type: "number", value: "0" };
  return /^(bool|string|error|any)$|^[*[]|^(map|func|chan|interface)\b/.test(type) ? zeroOf(type) : null;
}

/** The declared type, or that of the composite value it was first given. */
function typeOf(binding: Binding): string | null {
  if (binding.type !== null) return binding.type;
  for (const assignment of binding.assignments) {
    if (assignment.kind !== "value") continue;
    const value = assignment.value.kind === "unary" ? assignment.value.operand : assignment.value;
    if (value.kind === "composite" && value.type !== null) return typeText(value.type);
  }
  return null;
}
