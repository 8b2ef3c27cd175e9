import type { Pack } from "../../rules/index.js";
import type { Condition } from "../paths/condition.js";
import type { Formula } from "../paths/formula.js";
import { type Plain, plain, plainKey } from "../paths/literals.js";
import { type ConstantLookup, constantValue } from "../terms/constant-value.js";
import { matchPattern } from "../terms/match.js";
import { EMPTY, NIL, type Term, type TermOf } from "../terms/term.js";

/** What a condition asks, as far as the state of the tracked keys can answer it. Plain data. */
export type StateFormula =
  /** Known whatever the state. */
  | { readonly kind: "known"; readonly value: boolean }
  /** Something that no key tells; equal keys ask the same. */
  | { readonly kind: "asked"; readonly key: string }
  | { readonly kind: "present"; readonly key: string }
  /** The map or object that holds these keys holds nothing at all. */
  | { readonly kind: "empty"; readonly keys: readonly string[] }
  | { readonly kind: "equal"; readonly left: Operand; readonly right: Operand }
  | { readonly kind: "not"; readonly of: StateFormula }
  | { readonly kind: "and" | "or"; readonly parts: readonly StateFormula[] };

/** A side of a comparison: a text, a name of the pack, or what a key is set to. */
export type Operand =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "symbol"; readonly symbol: string }
  | { readonly kind: "key"; readonly key: string };

export function stateFormula({ formula, home }: Condition, pack: Pack): StateFormula {
  const reader: Reader = { pack, constantOf: home.constantOf };
  return lower(formula, reader);
}

/** Nothing in it is beyond what a state tells. */
export function isAnswerable(asks: StateFormula): boolean {
  switch (asks.kind) {
    case "asked":
      return false;
    case "not":
      return isAnswerable(asks.of);
    case "and":
    case "or":
      return asks.parts.every(isAnswerable);
    default:
      return true;
  }
}

interface Reader {
  readonly pack: Pack;
  readonly constantOf: ConstantLookup;
}

function lower(formula: Formula, reader: Reader): StateFormula {
  switch (formula.kind) {
    case "unknown":
      return { kind: "asked", key: "" };
    case "not":
      return { kind: "not", of: lower(formula.of, reader) };
    case "atom": {
      const meant = plain(formula);
      if (meant === null || typeof meant === "boolean") return { kind: "known", value: meant ?? true };
      return lowerPlain(meant, reader);
    }
    default:
      return { kind: formula.kind, parts: formula.parts.map((part) => lower(part, reader)) };
  }
}

function lowerPlain(meant: Plain, reader: Reader): StateFormula {
  if (meant.kind !== "literal")
    return { kind: meant.kind === "all" ? "and" : "or", parts: meant.parts.map((part) => lowerPlain(part, reader)) };
  const asked = lowerTerm(meant.term, reader) ?? {
    kind: "asked",
    key: plainKey({ ...meant, holds: true }, reader.constantOf),
  };
  return meant.holds ? asked : { kind: "not", of: asked };
}

function lowerTerm(term: Term, reader: Reader): StateFormula | null {
  if (term.kind === "has") {
    const key = keyOf(term.of, reader);
    return key === null ? null : { kind: "present", key };
  }
  return term.kind === "binary" && term.operator === "==" ? lowerEquality(term, reader) : null;
}

function lowerEquality({ left, right }: TermOf<"binary">, reader: Reader): StateFormula | null {
  const subject = isNothing(right) ? left : isNothing(left) ? right : null;
  if (subject !== null) return isEmpty(subject, reader);
  const [a, b] = [operandOf(left, reader), operandOf(right, reader)];
  return a === null || b === null ? null : { kind: "equal", left: a, right: b };
}

/** A key that is not there reads as the empty text or nil. */
function isEmpty(subject: Term, reader: Reader): StateFormula | null {
  const key = keyOf(subject, reader);
  if (key !== null) return { kind: "not", of: { kind: "present", key } };
  const keys = keysIn(subject, reader);
  if (keys.length > 0) return { kind: "empty", keys };
  const operand = operandOf(subject, reader);
  return operand === null ? null : { kind: "equal", left: operand, right: { kind: "text", text: "" } };
}

function isNothing(term: Term): boolean {
  return term.kind === "constant" && [EMPTY, NIL].some((none) => none.kind === "constant" && isSame(none, term));
}

function isSame(a: TermOf<"constant">, b: TermOf<"constant">): boolean {
  return a.type === b.type && a.value === b.value;
}

function operandOf(term: Term, reader: Reader): Operand | null {
  const key = keyOf(term, reader);
  if (key !== null) return { kind: "key", key };
  // The pack's names already stand in place of what they are names of.
  const isSymbol = term.kind === "symbol" && term.qualifier === null;
  if (isSymbol && reader.pack.values.some(({ symbol }) => symbol === term.name))
    return { kind: "symbol", symbol: term.name };
  const text = constantValue(term, reader.constantOf);
  return text === null ? null : { kind: "text", text };
}

/** The key that a term reads. A member of a family is not followed: its name needs the object's type. */
function keyOf(term: Term, { pack, constantOf }: Reader): string | null {
  const rule = pack.keys.find(
    ({ each, locations }) =>
      !each &&
      locations.some(
        ({ kind, pattern }) =>
          (kind === "entry" || kind === "field") && matchPattern(pattern, term, constantOf) !== null,
      ),
  );
  return rule?.name ?? null;
}

/** The keys whose entries lie in the map that a term is. */
function keysIn(term: Term, { pack, constantOf }: Reader): string[] {
  return pack.keys.flatMap(({ name, each, locations }) => {
    const holds = locations.some(({ kind, pattern: { text, expression } }) => {
      if (kind !== "entry" || expression.kind !== "index") return false;
      return matchPattern({ text, expression: expression.object }, term, constantOf) !== null;
    });
    return holds && !each ? [name] : [];
  });
}
