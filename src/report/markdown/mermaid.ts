import { cut } from "../refer.js";
import { plain } from "../terminal/escape.js";
import type { Text } from "../text.js";

/** A label longer than this makes a diagram that is no longer looked at. */
const LONGEST = 60;

/**
 * A label in quotes. One bad character breaks the whole diagram, so whatever
 * Mermaid could read as markup, a directive or the end of the label is spelled
 * as an entity (https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters).
 */
export function label(text: Text): string {
  const shown = cut(plain(text), LONGEST).trim();
  const escaped = shown
    .replace(/#(?=\w*;)|["<>&`%{}\\$]/g, (character) => ENTITIES[character] ?? "")
    // Read as the start of a list, which a label cannot hold.
    .replace(/^(\d+)\.(?=\s|$)/, "$1#46;")
    .replace(/^([-*+])(?=\s|$)/, (character) => `#${character.charCodeAt(0)};`)
    // Mermaid takes this for a statement wherever it stands on a line, in quotes too.
    .replace(/(direction)\s(?=\s*[A-Z]{2})/gi, "$1#32;");
  return `"${escaped === "" ? " " : escaped}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '"': "#quot;",
  "<": "#lt;",
  ">": "#gt;",
  "&": "#amp;",
  "#": "#35;",
  "`": "#96;",
  "%": "#37;",
  "{": "#123;",
  "}": "#125;",
  "\\": "#92;",
  $: "#36;",
};
