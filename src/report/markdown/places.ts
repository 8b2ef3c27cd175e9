import { callText, effectsText, type Matrix } from "../../behavior/index.js";
import type { RenderContext } from "../context.js";
import type { Messages } from "../locales/index.js";
import { groupUnplaced, groupWriters } from "../matrix/places.js";
import { firstOf, nameRefs } from "../names.js";
import { permalink } from "../permalink.js";
import { name } from "../text.js";
import { code, markdown, placeLink } from "./escape.js";

type Links = Pick<RenderContext, "webUrl">;

/** Functions that change tracked keys without being a named operation. */
export function writerLines(matrix: Matrix, messages: Messages, links: Links): string[] {
  return groupWriters(matrix).flatMap(({ lead, refs }) => {
    const callers = lead.calledFrom.map((caller) => `${caller.function} ${caller.file}:${caller.line}`);
    return [
      `- ${code(lead.function)} ${place(matrix, lead, links)} ${markdown(messages.matrix.onRefs(nameRefs(matrix, refs, 8)))}`,
      `  - ${markdown(name(effectsText(lead.effects)))}`,
      `  - ${markdown(messages.matrix.calledFrom(firstOf(callers)))}`,
    ];
  });
}

/** Calls of operations whose stage nothing tells. */
export function unplacedLines(matrix: Matrix, messages: Messages, links: Links): string[] {
  return groupUnplaced(matrix).map(({ lead, refs }) => {
    const where = markdown(messages.matrix.onRefs(nameRefs(matrix, refs, 8)));
    return `- ${code(callText(lead))} ${code(lead.function)} ${place(matrix, lead, links)} ${where}`;
  });
}

export function commitOf(matrix: Matrix, ref: string): string {
  return matrix.refs.find((each) => each.ref === ref)?.commit ?? "";
}

function place(
  matrix: Matrix,
  { ref, file, line }: { readonly ref: string; readonly file: string; readonly line: number },
  { webUrl }: Links,
): string {
  return placeLink(`${file}:${line}`, permalink(webUrl, { commit: commitOf(matrix, ref), file, line }));
}
