import type { Evidence, Matrix, Snippet } from "../../behavior/index.js";
import type { RenderContext } from "../context.js";
import type { Messages } from "../locales/index.js";
import { differenceSentence } from "../matrix/differences.js";
import { type Pair, sideBySide } from "../matrix/side-by-side.js";
import { permalink } from "../permalink.js";
import { code, fenced, markdown, placeLink } from "./escape.js";

/** For each difference, its two pieces of source as one numbered diff: Markdown has no columns for code. */
export function evidenceLines(
  evidence: readonly Evidence[],
  matrix: Matrix,
  messages: Messages,
  { webUrl }: Pick<RenderContext, "webUrl">,
): string[] {
  return evidence.flatMap((each, index) => {
    const sources = [each.left, each.right].flatMap((snippet) => (snippet === null ? [] : source(snippet, webUrl)));
    return [
      ...(index > 0 ? [""] : []),
      markdown(differenceSentence(each.difference, matrix, messages)),
      "",
      sources.join(" → "),
      "",
      ...fenced(diffLines(sideBySide(each)), "diff"),
    ];
  });
}

function source({ ref, commit, file, startLine: line, lines }: Snippet, webUrl: string | null): string {
  const address = permalink(webUrl, { commit, file, line, lastLine: line + lines.length - 1 });
  return `${code(ref)} ${placeLink(`${file}:${line}`, address)}`;
}

/** Removed lines of a change stand before added ones, as readers of diffs expect. */
function diffLines(pairs: readonly Pair[]): string[] {
  const digits = String(
    Math.max(0, ...pairs.flatMap(({ left, right }) => [left?.number ?? 0, right?.number ?? 0])),
  ).length;
  const lines: string[] = [];
  const added: string[] = [];
  for (const { left, right, equal } of pairs) {
    if (equal) lines.push(...added.splice(0));
    const number = (line: { readonly number: number }) => String(line.number).padStart(digits);
    if (left !== null) lines.push(`${equal ? " " : "-"}${number(left)} ${left.text}`);
    if (right !== null && !equal) added.push(`+${number(right)} ${right.text}`);
  }
  return [...lines, ...added];
}
