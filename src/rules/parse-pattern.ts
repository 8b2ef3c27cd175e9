import type { Expression, LanguageFrontEnd } from "../languages/index.js";
import type { Pattern } from "./pack.js";

export type ParsedPattern =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly detail: string; readonly offset: number };

/**
 * A pattern is an expression of the language in which a star that stands where
 * the language has no use for one means "anything": `*.Options["x"]` is
 * `$_.Options["x"]`, `*.leaseMap[*]` is `$_.leaseMap[$_]`.
 */
export function parsePattern(text: string, frontEnd: LanguageFrontEnd): ParsedPattern {
  const { expanded, shifts } = expand(text);
  const parsed = frontEnd.parseExpression(expanded);
  if ("message" in parsed) {
    return { ok: false, offset: Math.min(unshift(parsed.offset, shifts), text.length), detail: parsed.message };
  }
  return { ok: true, pattern: { text, expression: parsed.expression } };
}

/** Texts, and stars before a dot, a closing bracket, a comma or the end: nothing that could be multiplied or pointed to. */
const TOKEN = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|\*(?=\s*(?:\.\D|[\],)]|$))/gs;

function expand(text: string): { expanded: string; shifts: readonly number[] } {
  const shifts: number[] = [];
  const expanded = text.replace(TOKEN, (token, offset: number) => {
    if (token !== "*") return token;
    shifts.push(offset);
    return "$_";
  });
  return { expanded, shifts };
}

/** A position in the expanded text, as one in the author's: each star before it became one character longer. */
function unshift(position: number, shifts: readonly number[]): number {
  return position - shifts.filter((star, index) => star + index < position).length;
}

/** The metavariables of an expression, in no order: `$key`, `$_`. */
export function metavariables(expression: Expression): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === "object" && value !== null) {
      if ("kind" in value && value.kind === "name" && "name" in value && String(value.name).startsWith("$"))
        found.add(String(value.name));
      Object.values(value).forEach(walk);
    }
  };
  walk(expression);
  return [...found];
}
