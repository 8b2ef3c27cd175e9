import type { Expression, Name } from "../../languages/index.js";
import type { Test } from "../facts/path.js";
import type { Assignment, Binding, Scope } from "../facts/scope.js";
import { FALSE, NIL, type Source, type Term, TRUE } from "./term.js";

/** Definitions are followed this far; code that needs more is shown by its local names. */
const MAXIMUM_DEPTH = 16;

/** Facts are shared by all refs and commits that hold a text, and so are the terms made of them. */
const lowered = new WeakMap<Expression, { readonly scope: Scope; readonly term: Term }>();

/** What an expression means where it stands. Asked only when its whole function has been walked. */
export function lowerTerm(expression: Expression, scope: Scope, depth = 0): Term {
  if (depth > 0) return lowerFresh(expression, scope, depth);
  const known = lowered.get(expression);
  if (known?.scope === scope) return known.term;
  const term = lowerFresh(expression, scope, depth);
  lowered.set(expression, { scope, term });
  return term;
}

function lowerFresh(expression: Expression, scope: Scope, depth: number): Term {
  const lower = (each: Expression): Term => lowerTerm(each, scope, depth + 1);
  switch (expression.kind) {
    case "name":
      return lowerName(expression, scope, depth);
    case "literal":
      return { kind: "constant", type: expression.type === "number" ? "number" : "string", value: expression.value };
    case "member": {
      const { object, name } = expression;
      if (object.kind === "name" && scope.find(object.name, object.start) === null)
        return { kind: "symbol", qualifier: object.name, name };
      return { kind: "member", object: lower(object), name };
    }
    case "index": {
      const index = expression.indices[0];
      if (index === undefined) return lower(expression.object);
      return { kind: "index", object: lower(expression.object), index: lower(index) };
    }
    case "call":
      return {
        kind: "call",
        callee: lower(expression.callee),
        arguments: expression.arguments.map(lower),
        node: expression,
      };
    case "unary":
      return { kind: "unary", operator: expression.operator, operand: lower(expression.operand) };
    case "binary":
      return {
        kind: "binary",
        operator: expression.operator,
        left: lower(expression.left),
        right: lower(expression.right),
      };
    case "composite":
      return {
        kind: "composite",
        type: expression.type === null ? "" : typeText(expression.type),
        entries: expression.entries.map(({ key, value }) => ({
          key: key === null ? null : lowerKey(key, lower),
          value: lower(value),
        })),
      };
    case "assertion":
      return {
        kind: "assertion",
        object: lower(expression.object),
        type: expression.type === null ? "type" : typeText(expression.type),
      };
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

/** The text of a type that stands as an expression. */
export function typeText(expression: Expression): string {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "member":
      return `${typeText(expression.object)}.${expression.name}`;
    case "index":
      return typeText(expression.object);
    case "unary":
      return `${expression.operator}${typeText(expression.operand)}`;
    case "type":
      return expression.text;
    default:
      return "";
  }
}

/** A bare name as a composite's key is a field, whatever local has that name. */
function lowerKey(key: Expression, lower: (expression: Expression) => Term): Term {
  return key.kind === "name" ? { kind: "symbol", qualifier: null, name: key.name } : lower(key);
}

function lowerName({ name, start: at }: Name, scope: Scope, depth: number): Term {
  const binding = scope.find(name, at);
  if (binding === null) {
    if (name === "true") return TRUE;
    if (name === "false") return FALSE;
    return name === "nil" ? NIL : { kind: "symbol", qualifier: null, name };
  }
  if (binding.origin === "receiver") return { kind: "receiver", type: binding.type ?? "" };
  if (binding.origin !== "local")
    return {
      kind: "parameter",
      index: binding.origin.parameter,
      ordinal: binding.origin.ordinal,
      name,
      type: binding.type ?? "",
    };
  const only = binding.assignments.length === 1 ? binding.assignments[0] : undefined;
  if (only !== undefined && depth < MAXIMUM_DEPTH) {
    const term = lowerAssignment(only, depth + 1);
    if (term !== null) return term;
  }
  return { kind: "local", name, type: typeOf(binding), id: binding.id, sources: () => sourcesOf(binding, depth) };
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

function sourcesOf(binding: Binding, depth: number): readonly Source[] {
  return binding.assignments.map((assignment): Source => {
    if (assignment.kind === "zero") return { kind: "zero" };
    const value = depth < MAXIMUM_DEPTH ? lowerAssignment(assignment, depth + 1) : null;
    if (value === null) return { kind: "unknown" };
    return { kind: "value", value, path: assignment.kind === "value" ? assignment.path : null };
  });
}

function lowerAssignment(assignment: Assignment, depth: number): Term | null {
  if (assignment.kind === "element")
    return { kind: "element", of: lowerTerm(assignment.over, assignment.scope, depth), role: assignment.role };
  if (assignment.kind !== "value") return null;
  const { value, scope, index, size } = assignment;
  const term = lowerTerm(value, scope, depth);
  if (size === 1) return term;
  if (
    size === 2 &&
    (value.kind === "index" || value.kind === "assertion" || (value.kind === "unary" && value.operator === "<-"))
  ) {
    return index === 0 ? term : { kind: "has", of: term };
  }
  return { kind: "part", of: term, index, size };
}
