import type { Matrix } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import { nameRefs } from "../names.js";
import type { Text } from "../text.js";
import type { RefGroup } from "./columns.js";

/** What stands above a column: its refs in a few words, and a warning where not all of them could be read. */
export function columnHead(matrix: Matrix, { refs, lead }: RefGroup, messages: Messages, most: number): Text {
  const names = nameRefs(
    matrix,
    refs.map((ref) => ref.ref),
    most,
  );
  const head = messages.matrix.group(names, refs.length);
  return lead.status === "ok" ? head : [...head, ...messages.matrix.aside(messages.matrix.status[lead.status])];
}
