import type { ConstantLookup } from "../terms/constant-value.js";
import { EMPTY, type Term, type TermOf } from "../terms/term.js";
import { looseKey, termKey } from "../terms/term-key.js";
import type { Formula } from "./formula.js";

/** What a formula asks while nothing goes wrong, negations pushed down to its atoms. */
export type Plain =
  | { readonly kind: "literal"; readonly term: Term; readonly holds: boolean }
  | { readonly kind: "all" | "any"; readonly parts: readonly Plain[] };

/** Null where nothing is known; true or false where only an error would make it otherwise. */
export type Meaning = Plain | boolean | null;

/** What a formula asks. What is asked about a loop's elements is told as if there were one. */
export function plain(formula: Formula): Meaning {
  return meaningOf(formula, true, false);
}

/** What surely holds where a formula does. */
export function certain(formula: Formula): Meaning {
  return meaningOf(formula, true, true);
}

function meaningOf(formula: Formula, holds: boolean, surely: boolean): Meaning {
  switch (formula.kind) {
    case "unknown":
      return null;
    case "not":
      return meaningOf(formula.of, !holds, surely);
    case "atom":
      if (formula.withoutError !== null) return formula.withoutError === holds;
      return comparison(formula.term, holds);
    default: {
      const kind = (formula.kind === "and") === holds ? "all" : "any";
      return join(
        kind,
        formula.parts.map((part) => meaningOf(part, holds, surely)),
        surely,
      );
    }
  }
}

function join(kind: "all" | "any", parts: readonly Meaning[], surely: boolean): Meaning {
  const deciding = kind === "any";
  if (parts.includes(deciding)) return deciding;
  const left = parts.filter((part) => part !== !deciding);
  if (left.length === 0) return !deciding;
  if (surely && deciding && left.includes(null)) return null;
  const asked = left.flatMap((part): readonly Plain[] => {
    if (part === null || typeof part === "boolean") return [];
    return part.kind === kind ? part.parts : [part];
  });
  const [only, ...others] = asked;
  if (only === undefined) return null;
  return others.length === 0 ? only : { kind, parts: asked };
}

const FLIPPED: Readonly<Record<string, string>> = { "<": "<=", "<=": "<" };
const MIRRORED: Readonly<Record<string, string>> = { ">": "<", ">=": "<=" };

/** One form for all comparisons that mean the same: `!(a >= b)` is `a < b`, and a length is none or some. */
function comparison(term: Term, holds: boolean): Plain {
  if (term.kind !== "binary") return { kind: "literal", term, holds };
  const mirrored = MIRRORED[term.operator];
  if (mirrored !== undefined)
    return comparison({ ...term, operator: mirrored, left: term.right, right: term.left }, holds);
  const isEmpty = emptiness(term);
  if (isEmpty !== null) return { kind: "literal", term: isEmpty.term, holds: isEmpty.holds === holds };
  const flipped = FLIPPED[term.operator];
  if (flipped === undefined || holds) return { kind: "literal", term, holds };
  return { kind: "literal", term: { ...term, operator: flipped, left: term.right, right: term.left }, holds: true };
}

/** `len(x) < 1`, `0 < len(x)` and `x == ""` all ask whether x is empty. */
function emptiness({ operator, left, right }: TermOf<"binary">): { term: Term; holds: boolean } | null {
  const ask = (subject: Term, holds: boolean) => ({
    term: { kind: "binary", operator: "==", left: subject, right: EMPTY } as const,
    holds,
  });
  const [measured, measuring] = [measuredBy(left), measuredBy(right)];
  if (measured !== null) {
    const isNone = operator === "<" ? isNumber(right, "1") : isNumber(right, "0");
    return isNone && (operator === "==" || operator in FLIPPED) ? ask(measured, true) : null;
  }
  if (measuring === null) return null;
  if (operator === "==") return isNumber(left, "0") ? ask(measuring, true) : null;
  return (operator === "<" && isNumber(left, "0")) || (operator === "<=" && isNumber(left, "1"))
    ? ask(measuring, false)
    : null;
}

/** `x` of `len(x)`, else null. */
function measuredBy(term: Term): Term | null {
  const isLength = term.kind === "call" && term.callee.kind === "symbol" && term.callee.name === "len";
  return isLength ? (term.arguments[0] ?? null) : null;
}

function isNumber(term: Term, value: string): boolean {
  return term.kind === "constant" && term.type === "number" && term.value === value;
}

/** What is asked as a list of things that must all hold. */
export function literalsOf(asked: Meaning): readonly Plain[] {
  if (asked === null || typeof asked === "boolean") return [];
  return asked.kind === "all" ? asked.parts : [asked];
}

/** The comparable text of what is asked. `loose` forgets how objects were fetched. */
export function plainKey(asked: Plain, constantOf: ConstantLookup, loose = false): string {
  if (asked.kind === "literal") {
    const key = (loose ? looseKey : termKey)(asked.term, constantOf);
    return asked.holds ? key : `!${key}`;
  }
  const keys = new Set(asked.parts.map((part) => plainKey(part, constantOf, loose)));
  return `(${[...keys].sort().join(asked.kind === "all" ? " && " : " || ")})`;
}
