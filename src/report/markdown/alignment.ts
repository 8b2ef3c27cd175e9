import type { Matrix } from "../../behavior/index.js";
import type { Alignment, RenderContext } from "../context.js";
import type { Messages } from "../locales/index.js";
import { changeSentence } from "../matrix/alignment.js";
import { permalink } from "../permalink.js";
import { markdown, placeLink } from "./escape.js";
import { commitOf } from "./places.js";

/** What would have to change on one ref for its cells to become another's. */
export function alignmentLines(
  { from, to, steps }: Alignment,
  matrix: Matrix,
  messages: Messages,
  { webUrl }: Pick<RenderContext, "webUrl">,
): string[] {
  if (steps.length === 0) return [markdown(messages.align.none(from, to))];
  return steps.flatMap((step) => [
    `- ${markdown(messages.align.step(messages.matrix.difference.place(step.stage, step.operation), step.from, step.to))}`,
    ...step.steps.map((change) => {
      const [ref, at] = change.code === "add-operation" ? [to, change.like] : [from, change.at];
      const link =
        at === null ? null : permalink(webUrl, { commit: commitOf(matrix, ref), file: at.file, line: at.line });
      const jump = at === null || link === null ? "" : ` ${placeLink(`${at.file}:${at.line}`, link)}`;
      return `  - ${markdown(changeSentence(change, messages))}${jump}`;
    }),
  ]);
}
