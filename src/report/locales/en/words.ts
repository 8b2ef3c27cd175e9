import type { Names } from "../../names.js";
import { join, name, say, type Text } from "../../text.js";

/** Between two sentences. */
export const wordSpace: Text = [" "];

export function plural(count: number, one: string, many: string): Text {
  return [count === 1 ? one : many];
}

/** `a`, `a and b`, `a, b and c`. */
export function list(names: readonly string[]): Text {
  return listSome({ shown: names, more: 0 });
}

/** As above, or `a, b and 12 more`. */
export function listSome({ shown, more }: Names): Text {
  return listTexts([...shown.map(name), ...(more > 0 ? [say`${more} more`] : [])]);
}

export function listTexts(items: readonly Text[]): Text {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? [];
  return [...join(items.slice(0, -1), ", "), " and ", ...last];
}

/** A cell's text, where `—` stands for nothing at all. */
export function orNothing(text: string, nothing: string): Text {
  return text === "" || text === "—" ? [nothing] : name(text);
}
