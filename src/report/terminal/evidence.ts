import type { Evidence, Matrix, Snippet } from "../../behavior/index.js";
import type { RenderContext } from "../context.js";
import type { Messages } from "../locales/index.js";
import { differenceSentence } from "../matrix/differences.js";
import { type NumberedLine, type Pair, sideBySide } from "../matrix/side-by-side.js";
import { permalink } from "../permalink.js";
import { name } from "../text.js";
import { printable } from "./escape.js";
import { fold, pad } from "./fold.js";
import { heading, type Page, paragraph } from "./sections.js";
import type { Style } from "./style.js";

/** For each difference, the two pieces of source beside each other. */
export function evidenceSection(
  evidence: readonly Evidence[],
  matrix: Matrix,
  messages: Messages,
  context: Pick<RenderContext, "webUrl">,
  page: Page,
): string[] {
  if (evidence.length === 0) return [];
  const lines = evidence.flatMap((each) => [
    ...paragraph(differenceSentence(each.difference, matrix, messages), page, { bullet: "- " }),
    ...[each.left, each.right].flatMap((snippet) => (snippet === null ? [] : sourceLines(snippet, context, page))),
    ...compare(each, page),
    "",
  ]);
  return [...heading(messages.matrix.headings.evidence, page), ...lines.slice(0, -1)];
}

function sourceLines(snippet: Snippet, { webUrl }: Pick<RenderContext, "webUrl">, page: Page): string[] {
  const { ref, commit, file, startLine: line, lines } = snippet;
  const place = `${ref} ${commit.slice(0, 10)} ${file}:${line}`;
  const link = permalink(webUrl, { commit, file, line, lastLine: line + lines.length - 1 });
  return [
    ...paragraph(name(place), page, { indent: 2, style: "faint" }),
    // An address folded over two lines cannot be followed.
    ...(link === null ? [] : [`  ${page.paint("faint", link)}`]),
  ];
}

function compare(evidence: Evidence, page: Page): string[] {
  const half = Math.floor((page.width - 5) / 2);
  const pairs = sideBySide(evidence);
  const digits = String(
    Math.max(0, ...pairs.flatMap(({ left, right }) => [left?.number ?? 0, right?.number ?? 0])),
  ).length;
  return pairs.flatMap((pair) => pairLines(pair, { half, digits }, page));
}

function pairLines(pair: Pair, size: { half: number; digits: number }, page: Page): string[] {
  const left = sideLines(pair.left, size);
  const right = sideLines(pair.right, size);
  const [leftStyle, rightStyle]: [Style, Style] = pair.equal ? ["plain", "plain"] : ["removed", "added"];
  const sign = pair.equal ? "│" : pair.left === null ? ">" : pair.right === null ? "<" : "≠";
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const before = page.paint(leftStyle, pad(left[index] ?? "", size.half));
    const after = page.paint(rightStyle, right[index] ?? "");
    return `  ${before} ${page.paint("faint", sign)} ${after}`.trimEnd();
  });
}

/** A numbered line of source; the rest of a long one stands under its beginning. */
function sideLines(line: NumberedLine | null, { half, digits }: { half: number; digits: number }): string[] {
  if (line === null) return [];
  const text = printable(line.text.replaceAll("\t", "  "));
  const indent = text.slice(0, text.length - text.trimStart().length).slice(0, Math.floor(half / 3));
  const room = half - digits - 1 - indent.length;
  return fold(text.trim(), Math.max(8, room)).map(
    (part, index) => `${(index === 0 ? String(line.number) : "").padStart(digits)} ${indent}${part}`,
  );
}
