import type { Cursor } from "./cursor.js";
import type { Token } from "./tokens.js";

const CLOSERS: ReadonlyMap<Token, Token> = new Map<Token, Token>([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);
const CLOSING: ReadonlySet<Token> = new Set(CLOSERS.values());

/**
 * Moves beyond what the tree has no place for (types, imports, type
 * parameters): up to the semicolon or closing bracket that ends it.
 */
export function skipBalanced(cursor: Cursor): void {
  const open: Token[] = [];
  for (; ; cursor.next()) {
    const { token } = cursor;
    const closer = CLOSERS.get(token);
    const innermost = open.at(-1);
    if (closer !== undefined) open.push(closer);
    else if (token === innermost) open.pop();
    else if (token === "end" || CLOSING.has(token)) {
      if (innermost === undefined) return;
      cursor.rejectToken(`"${innermost}"`);
    } else if (token === ";" && innermost === undefined) return;
  }
}
