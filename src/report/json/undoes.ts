import type { Undoes, UndoesAnswer, Undone, UndoneLine } from "../../history/index.js";
import { jsonLine } from "./escape.js";
import { asIs, each, inOrder } from "./order.js";

/** `volteface/undoes@1` on one line. */
export function renderUndoesJson(undoes: Undoes): string {
  return jsonLine(writeUndoes(undoes));
}

const undone = inOrder<Undone>({
  commit: asIs,
  pullRequest: asIs,
  subject: asIs,
  coverage: asIs,
  confidence: asIs,
  kind: asIs,
  declared: asIs,
  by: asIs,
  lines: each(inOrder<UndoneLine>({ file: asIs, line: asIs, text: asIs, change: asIs })),
  date: asIs,
  fix: asIs,
  score: asIs,
  matchedLines: asIs,
  alsoCommits: asIs,
  chain: asIs,
  condition: asIs,
});

const writeUndoes = inOrder<Undoes>({
  format: asIs,
  answers: each(inOrder<UndoesAnswer>({ change: asIs, commit: asIs, undone: each(undone), base: asIs })),
  remarks: asIs,
});
