import type { Replay, ReplayedComment } from "../../review/index.js";
import type { ReplayContext } from "../replay/outline.js";
import { jsonLine } from "./escape.js";
import { writeFinding } from "./finding.js";
import { asIs, each, inOrder } from "./order.js";

/** `volteface/replay@1` on one line. */
export function renderReplayJson(replay: Replay, { webUrl }: Pick<ReplayContext, "webUrl">): string {
  const comment = inOrder<ReplayedComment>({
    commit: asIs,
    pullRequest: asIs,
    subject: asIs,
    date: asIs,
    findings: each((finding) => writeFinding(finding, webUrl)),
  });
  return jsonLine(
    inOrder<Replay>({
      format: asIs,
      ref: asIs,
      commit: asIs,
      merges: asIs,
      comments: each(comment),
      months: asIs,
      rules: asIs,
    })(replay),
  );
}
