import type { Names } from "../../names.js";
import { join, name, say, type Text } from "../../text.js";

/** Between two sentences. */
export const wordSpace: Text = [];

/** `a`、`a 和 b`、`a、b 和 c`. */
export function list(names: readonly string[]): Text {
  return listSome({ shown: names, more: 0 });
}

/** As above, or `a、b 以及另外 12 个`. */
export function listSome({ shown, more }: Names): Text {
  if (more > 0) return say`${join(shown.map(name), "、")} 以及另外 ${more} 个`;
  return listTexts(shown.map(name));
}

export function listTexts(items: readonly Text[]): Text {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? [];
  return [...join(items.slice(0, -1), "、"), " 和 ", ...last];
}

/** A cell's text, where `—` stands for nothing at all. */
export function nameOr(text: string, nothing: string): Text {
  return text === "" || text === "—" ? [nothing] : name(text);
}

/** A cell's text set off by a space from the Chinese before it (and, with `around`, after it), or a Chinese word for nothing. */
export function orNothing(text: string, nothing: string, around = false): Text {
  if (text === "" || text === "—") return [nothing];
  return [" ", ...name(text), ...(around ? [" "] : [])];
}
