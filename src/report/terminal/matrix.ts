import type { Matrix } from "../../behavior/index.js";
import type { RenderContext } from "../context.js";
import { type Messages, messagesIn } from "../locales/index.js";
import { groupRefs, type RefGroup } from "../matrix/columns.js";
import { byImportance, differenceSentence } from "../matrix/differences.js";
import { headline } from "../matrix/headline.js";
import { name, prose } from "../text.js";
import { alignmentSection } from "./alignment.js";
import { evidenceSection } from "./evidence.js";
import { matrixTable } from "./matrix-table.js";
import { operationsSection } from "./operations.js";
import { pageFor } from "./outline.js";
import { unplacedSection, writersSection } from "./places.js";
import { heading, type Page, paragraph } from "./sections.js";

/** The matrix for a person at a terminal: the answer in one line, then the table, then what stands behind it. */
export function renderMatrixTerminal(matrix: Matrix, context: RenderContext): string {
  const messages = messagesIn(context.lang);
  const page = pageFor(context);
  const lines = [
    ...paragraph(headline(matrix, messages), page, { style: "strong" }),
    ...paragraph(messages.matrix.titled(matrix.behavior, prose(context.packTitle)), page, { style: "faint" }),
    ...matrixLines(matrix, messages, context, page),
  ];
  return `${lines.join("\n")}\n`;
}

/** Everything below the answer. */
export function matrixLines(
  matrix: Matrix,
  messages: Messages,
  context: Pick<RenderContext, "webUrl" | "evidence" | "align">,
  page: Page,
): string[] {
  const groups = groupRefs(matrix);
  return [
    "",
    ...matrixTable(matrix, groups, messages, page),
    ...differencesSection(matrix, messages, page),
    ...(context.evidence === undefined ? [] : evidenceSection(context.evidence, matrix, messages, context, page)),
    ...(context.align === undefined ? [] : alignmentSection(context.align, messages, page)),
    ...operationsSection(matrix, messages, page),
    ...writersSection(matrix, messages, page),
    ...unplacedSection(matrix, messages, page),
    ...refsSection(groups, messages, page),
    ...problemsSection(matrix, messages, page),
  ];
}

function differencesSection(matrix: Matrix, messages: Messages, page: Page): string[] {
  if (matrix.differences.length === 0) return [];
  const sentences = byImportance(matrix).flatMap((difference) =>
    paragraph(differenceSentence(difference, matrix, messages), page, { bullet: "- " }),
  );
  return [...heading(messages.matrix.headings.differences(matrix.differences.length), page), ...sentences];
}

function refsSection(groups: readonly RefGroup[], messages: Messages, page: Page): string[] {
  const lines = groups.flatMap((group) => {
    const refs = group.refs.map(({ ref, commit }) => `${ref} ${commit.slice(0, 10)}`);
    return paragraph(name(refs.join(", ")), page, { bullet: "- " });
  });
  return [...heading(messages.matrix.headings.refs, page), ...lines];
}

function problemsSection(matrix: Matrix, messages: Messages, page: Page): string[] {
  const unsure = matrix.refs.filter((ref) => ref.status !== "ok" || ref.problems.length > 0);
  if (unsure.length === 0) return [];
  const lines = unsure.flatMap(({ ref, status, problems }) => [
    ...paragraph(messages.matrix.titled(ref, messages.matrix.status[status]), page, { bullet: "- ", style: "warning" }),
    ...problems.flatMap((problem) => paragraph(prose(problem), page, { indent: 4 })),
  ]);
  return [...heading(messages.matrix.headings.problems, page), ...lines];
}
