import { partsOf, type Term } from "./term.js";

/**
 * Two terms of one function are about the same object. What two calls gave that
 * return several things was fetched twice, and is not the same.
 */
export function sameTerm(one: Term, other: Term): boolean {
  const [a, b] = [held(one), held(other)];
  if (a === b) return true;
  if (a.kind !== b.kind || !sameHead(a, b)) return false;
  const [parts, others] = [partsOf(a), partsOf(b)];
  return (
    parts.length === others.length &&
    parts.every((part, index) => {
      const beside = others[index];
      return beside !== undefined && sameTerm(part, beside);
    })
  );
}

/** An address or a dereference changes how an object is held, not which. */
export function held(term: Term): Term {
  const isHeld = term.kind === "unary" && (term.operator === "&" || term.operator === "*");
  return isHeld ? held(term.operand) : term;
}

function sameHead(a: Term, b: Term): boolean {
  switch (a.kind) {
    case "constant":
      return b.kind === a.kind && a.type === b.type && a.value === b.value;
    case "symbol":
      return b.kind === a.kind && a.qualifier === b.qualifier && a.name === b.name;
    case "parameter":
      return b.kind === a.kind && a.index === b.index && a.name === b.name;
    case "local":
      return b.kind === a.kind && a.identity === b.identity;
    case "member":
      return b.kind === a.kind && a.name === b.name;
    case "part":
      return b.kind === a.kind && a.index === b.index && isSameCall(a.of, b.of);
    case "assertion":
    case "composite":
      return b.kind === a.kind && a.type === b.type;
    case "element":
      return b.kind === a.kind && a.role === b.role;
    case "unary":
    case "binary":
      return b.kind === a.kind && a.operator === b.operator;
    case "other":
      return false;
    default:
      return true;
  }
}

/** Two calls are the same one, at the same place. */
export function isSameCall(a: Term, b: Term): boolean {
  return a.kind !== "call" || (b.kind === "call" && a.node === b.node);
}
