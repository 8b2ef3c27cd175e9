import type { BackportChange, BackportMark, Backports } from "../../history/index.js";
import { jsonLine } from "./escape.js";
import { asIs, byName, each, inOrder } from "./order.js";

/** `volteface/backports@1` on one line. */
export function renderBackportsJson(backports: Backports): string {
  return jsonLine(writeBackports(backports));
}

export const writeBackports = inOrder<Backports>({
  format: asIs,
  behavior: asIs,
  from: asIs,
  refs: asIs,
  changes: each(
    inOrder<BackportChange>({
      commit: asIs,
      pullRequest: asIs,
      subject: asIs,
      superseded: asIs,
      on: byName(inOrder<BackportMark>({ status: asIs, commit: asIs, witnesses: asIs, asked: asIs, policy: asIs })),
    }),
  ),
});
