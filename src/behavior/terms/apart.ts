import { held, isSameCall, sameTerm } from "./same-term.js";
import type { Term } from "./term.js";
import { typeTextOf } from "./term-type.js";
import { bareType, isOpenType } from "./type-text.js";

/**
 * Two terms of one function are known to be different objects: different fields of one thing
 * (`s.cluster` and `s.machine`), of different types, or one was fetched by a call and the other was
 * not. Where the text does not tell, they are not.
 */
export function areApart(one: Term, other: Term): boolean {
  const [a, b] = [objectOf(one), objectOf(other)];
  if (a.kind === "member" && b.kind === "member" && a.name !== b.name && sameTerm(a.object, b.object)) return true;
  if (isFetchedBeside(a, b) || isFetchedBeside(b, a)) return true;
  const [type, beside] = [typeOf(a), typeOf(b)];
  return type !== null && beside !== null && type !== beside;
}

/** The object whose metadata it is, however it is held. */
function objectOf(term: Term): Term {
  const object = held(term);
  return object.kind === "member" && object.name === "ObjectMeta" ? objectOf(object.object) : object;
}

/** `cluster, err := get(machine)` beside what the function was given or has made, or what another call gave. */
function isFetchedBeside(fetched: Term, other: Term): boolean {
  const [from, beside] = [rootOf(fetched), rootOf(other)];
  if (from.kind !== "part") return false;
  if (beside.kind === "part") return !isSameCall(from.of, beside.of);
  return GIVEN.has(beside.kind);
}

/** What a function was given, or has made itself. */
const GIVEN: ReadonlySet<Term["kind"]> = new Set(["parameter", "receiver", "composite"]);

/** What a field, an element or a copy is taken from. */
function rootOf(term: Term): Term {
  switch (term.kind) {
    case "member":
    case "index":
    case "assertion":
      return rootOf(term.object);
    case "element":
      return rootOf(term.of);
    case "unary":
      return rootOf(term.operand);
    default:
      return term;
  }
}

/** Null for a type that may be any. */
function typeOf(term: Term): string | null {
  const text = typeTextOf(term, () => null);
  const type = text === null ? "" : bareType(text);
  return type === "" || isOpenType(type) || UNTYPED.has(type) ? null : type;
}

/** Types that hold objects of other types. */
const UNTYPED: ReadonlySet<string> = new Set(["Unstructured", "PartialObjectMetadata"]);
