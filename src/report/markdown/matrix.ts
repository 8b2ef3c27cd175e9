import type { Matrix } from "../../behavior/index.js";
import type { RenderContext } from "../context.js";
import { type Messages, messagesIn } from "../locales/index.js";
import { groupRefs, type RefGroup } from "../matrix/columns.js";
import { byImportance, differenceSentence } from "../matrix/differences.js";
import { headline } from "../matrix/headline.js";
import { prose } from "../text.js";
import { alignmentLines } from "./alignment.js";
import { code, escapeProse, markdown } from "./escape.js";
import { evidenceLines } from "./evidence.js";
import { legendLines, matrixTables } from "./matrix-table.js";
import { operationLines } from "./operations.js";
import { unplacedLines, writerLines } from "./places.js";
import { assemble, folded, type Section, titled } from "./sections.js";

/** The matrix as a GitHub comment. */
export function renderMatrixMarkdown(matrix: Matrix, context: RenderContext): string {
  const messages = messagesIn(context.lang);
  const opening = [
    `**${markdown(headline(matrix, messages))}**`,
    "",
    markdown(messages.matrix.titled(matrix.behavior, prose(context.packTitle))),
  ];
  const { open, folded: rest } = matrixSections(matrix, messages, context);
  return assemble(opening, [...open, ...rest], messages);
}

/** Everything below the answer: what is read at once, and what is folded away. */
export function matrixSections(
  matrix: Matrix,
  messages: Messages,
  context: Pick<RenderContext, "webUrl" | "evidence" | "align">,
): { readonly open: Section[]; readonly folded: Section[] } {
  const { headings } = messages.matrix;
  const groups = groupRefs(matrix);
  const legend = legendLines(matrix, groups, messages);
  return {
    open: [
      ...matrixTables(matrix, groups, messages, context).map((lines) => ({ title: headings.table, lines })),
      ...(legend.length === 0 ? [] : [{ title: headings.legend, lines: legend }]),
      ...titled(headings.differences(matrix.differences.length), differenceLines(matrix, messages)),
      ...titled(headings.problems, problemLines(matrix, messages)),
      ...(context.align === undefined
        ? []
        : titled(
            messages.align.heading(context.align.from, context.align.to),
            alignmentLines(context.align, matrix, messages, context),
          )),
    ],
    folded: [
      ...folded(headings.evidence, evidenceLines(context.evidence ?? [], matrix, messages, context)),
      ...folded(headings.operations, operationLines(matrix, messages, context)),
      ...folded(headings.writers, writerLines(matrix, messages, context)),
      ...folded(headings.unplaced, unplacedLines(matrix, messages, context)),
      ...folded(headings.refs, refLines(groups, messages)),
    ],
  };
}

function differenceLines(matrix: Matrix, messages: Messages): string[] {
  return byImportance(matrix).map((difference) => `- ${markdown(differenceSentence(difference, matrix, messages))}`);
}

function refLines(groups: readonly RefGroup[], messages: Messages): string[] {
  return groups.flatMap((group) =>
    group.refs.map(({ ref, commit, status }) => {
      const unsure = status === "ok" ? "" : markdown(messages.matrix.aside(messages.matrix.status[status]));
      return `- ${code(ref)} ${code(commit)}${unsure}`;
    }),
  );
}

function problemLines(matrix: Matrix, messages: Messages): string[] {
  return matrix.refs
    .filter((ref) => ref.status !== "ok" || ref.problems.length > 0)
    .flatMap(({ ref, status, problems }) => [
      `- ${markdown(messages.matrix.titled(ref, messages.matrix.status[status]))}`,
      ...problems.map((problem) => `  - ${escapeProse(problem)}`),
    ]);
}
