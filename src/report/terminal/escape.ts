import type { Text } from "../text.js";
import { visible } from "../visible.js";

/** Foreign text as a terminal may get it: one line, with no sequence that the terminal would act on. */
export function printable(text: string): string {
  return visible(text);
}

/** A sentence as one line of plain text. */
export function plain(text: Text): string {
  return text
    .map((part) => (typeof part === "string" ? part : printable("name" in part ? part.name : part.prose)))
    .join("");
}
