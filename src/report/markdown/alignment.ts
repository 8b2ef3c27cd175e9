import type { Matrix } from "../../behavior/index.js";
import type { Alignment, RenderContext } from "../context.js";
import type { Messages } from "../locales/index.js";
import { changeSentence, placeOf } from "../matrix/alignment.js";
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
      const place = placeOf(change);
      const commit = commitOf(matrix, change.code === "add-operation" ? to : from);
      const link = place === null ? null : permalink(webUrl, { commit, file: place.file, line: place.line });
      if (place === null || link === null) return `  - ${markdown(changeSentence(change, messages, "with-place"))}`;
      const jump = placeLink(`${place.file}:${place.line}`, link);
      return `  - ${markdown(changeSentence(change, messages, "bare"))}: ${jump}`;
    }),
  ]);
}
