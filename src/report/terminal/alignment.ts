import type { AlignChange, AlignStep } from "../../behavior/index.js";
import type { Alignment } from "../context.js";
import type { Messages } from "../locales/index.js";
import { changeSentence } from "../matrix/alignment.js";
import { heading, type Page, paragraph } from "./sections.js";

/** What would have to change on one ref for its cells to become another's. */
export function alignmentSection({ from, to, steps }: Alignment, messages: Messages, page: Page): string[] {
  const title = heading(messages.align.heading(from, to), page);
  if (steps.length === 0) return [...title, ...paragraph(messages.align.none(from, to), page)];
  return [...title, ...steps.flatMap((step) => stepLines(step, messages, page))];
}

function stepLines(step: AlignStep, messages: Messages, page: Page): string[] {
  const place = messages.matrix.difference.place(step.stage, step.operation);
  return [
    ...paragraph(messages.align.step(place, step.from, step.to), page, { bullet: "- " }),
    ...step.steps.flatMap((change: AlignChange) =>
      paragraph(changeSentence(change, messages, "with-place"), page, { indent: 4, bullet: "* " }),
    ),
  ];
}
