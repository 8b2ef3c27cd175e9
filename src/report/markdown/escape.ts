import type { Text } from "../text.js";
import { visible } from "../visible.js";

/**
 * Markdown as GitHub reads it in comments. Foreign names go into code spans,
 * where neither mentions, references, HTML nor emphasis are looked for; foreign
 * prose is escaped character by character.
 */

/** Where text stands: a table's cells also end at pipes, even inside code. */
export type Spot = "text" | "cell";

/** A sentence: our words as they are, names in code spans, prose escaped. */
export function markdown(text: Text, spot: Spot = "text"): string {
  return text
    .map((part) => {
      if (typeof part === "string") return part.replace(/[\\`*_<|~]/g, "\\$&");
      return "name" in part ? placeLink(part.name, part.href ?? null, spot) : escapeProse(part.prose);
    })
    .join("");
}

/** A foreign name as a code span that it cannot leave. */
export function code(name: string, spot: Spot = "text"): string {
  const text = visible(name);
  if (text.trim() === "") return "` `";
  // Parsers disagree on whether a backslash before a pipe escapes it inside code in a table.
  if (spot === "cell" && text.includes("\\|")) return escapeProse(name);
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = /^[` ]|[` ]$/.test(text) ? " " : "";
  const span = `${fence}${padding}${text}${padding}${fence}`;
  return spot === "cell" ? span.replaceAll("|", "\\|") : span;
}

/** GitHub links people, issues and addresses even where Markdown is escaped, but not across this gap. */
const GAP = "&#8203;";

/** Foreign prose on one line, as the text it is. */
export function escapeProse(text: string): string {
  const shown = visible(text).trim();
  // An empty item of a list would turn the line above it into a heading.
  if (shown === "") return "—";
  return shown
    .replace(/[\\`*_{}[\]<>#|~&$@]|:(?=[\w+-])/g, "\\$&")
    .replace(/^[-+=]|(?<=^\d{1,9})[.)]/, "\\$&")
    .replace(/\\[@#]/g, `$&${GAP}`)
    .replaceAll("://", `:${GAP}//`)
    .replace(/\b(www|gh)(?=[.-])/gi, `$1${GAP}`);
}

/** Lines that are shown as they are; nothing in them can end the block. */
export function fenced(lines: readonly string[], language: string): string[] {
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = "`".repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return [`${fence}${language}`, ...lines.map((line) => visible(line.replaceAll("\t", "    "))), fence];
}

/** A place in the source, linked where its address is known. */
export function placeLink(label: string, address: string | null, spot: Spot = "text"): string {
  return address === null ? code(label, spot) : `[${code(label, spot)}](${address})`;
}
