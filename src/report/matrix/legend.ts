import type { Matrix } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import type { Text } from "../text.js";
import { confidenceMarks } from "./cells.js";
import type { RefGroup } from "./columns.js";

/** What the marks in the table mean; only those it uses. */
export function legend(matrix: Matrix, groups: readonly RefGroup[], messages: Messages): Text[] {
  const say = messages.matrix.legend;
  const first = matrix.refs[0]?.ref ?? "";
  const used = new Set(matrix.cells.flatMap((cell) => cell.calls.map((call) => confidenceMarks[call.confidence])));
  return [
    ...(matrix.differences.some((difference) => difference.stage !== null) ? [say.differs(first)] : []),
    ...(used.has(confidenceMarks.derived) ? [say.derived] : []),
    ...(used.has(confidenceMarks.configured) ? [say.configured] : []),
    ...(groups.some((group) => group.refs.length > 1) ? [say.evidence] : []),
  ];
}
