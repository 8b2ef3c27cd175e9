import { callText, effectsText, type Matrix } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import { groupUnplaced, groupWriters } from "../matrix/places.js";
import { firstOf, nameRefs } from "../names.js";
import { name } from "../text.js";
import { heading, type Page, paragraph } from "./sections.js";

/** Functions that change tracked keys without being a named operation. */
export function writersSection(matrix: Matrix, messages: Messages, page: Page): string[] {
  const lines = groupWriters(matrix).flatMap(({ lead, refs }) => [
    ...paragraph(name(`${lead.function} ${lead.file}:${lead.line}`), page, { bullet: "- " }),
    ...paragraph(name(effectsText(lead.effects)), page, { indent: 4 }),
    ...paragraph(messages.matrix.onRefs(nameRefs(matrix, refs, 8)), page, { indent: 4, style: "faint" }),
    ...paragraph(
      messages.matrix.calledFrom(
        firstOf(lead.calledFrom.map((caller) => `${caller.function} ${caller.file}:${caller.line}`)),
      ),
      page,
      { indent: 4, style: "faint" },
    ),
  ]);
  return lines.length === 0 ? [] : [...heading(messages.matrix.headings.writers, page), ...lines];
}

/** Calls of operations whose stage nothing tells. */
export function unplacedSection(matrix: Matrix, messages: Messages, page: Page): string[] {
  const lines = groupUnplaced(matrix).flatMap(({ lead, refs }) => [
    ...paragraph(name(`${callText(lead)} ${lead.function} ${lead.file}:${lead.line}`), page, { bullet: "- " }),
    ...paragraph(messages.matrix.onRefs(nameRefs(matrix, refs, 8)), page, { indent: 4, style: "faint" }),
  ]);
  return lines.length === 0 ? [] : [...heading(messages.matrix.headings.unplaced, page), ...lines];
}
