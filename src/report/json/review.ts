import type { ResolvedFinding, Review, StatedFinding } from "../../review/index.js";
import type { ReviewContext } from "../review/context.js";
import { jsonLine } from "./escape.js";
import { writeFinding } from "./finding.js";
import { asIs, each, inOrder } from "./order.js";
import { writeChange, writeRelation } from "./timeline.js";

/** `volteface/review@1` on one line. */
export function renderReviewJson(review: Review, { webUrl }: Pick<ReviewContext, "webUrl">): string {
  const resolved = ({ finding, asBefore }: ResolvedFinding): unknown => ({
    ...writeFinding(finding, webUrl),
    asBefore,
  });
  const stated = ({ finding, ...answer }: StatedFinding): unknown => ({ ...writeFinding(finding, webUrl), ...answer });
  return jsonLine(
    inOrder<Review>({
      format: asIs,
      base: asIs,
      head: asIs,
      changes: each(({ behavior, ...change }) => ({ ...writeChange(change), behavior })),
      relations: each(({ behavior, ...relation }) => ({ ...writeRelation(relation), behavior })),
      findings: each((finding) => writeFinding(finding, webUrl)),
      resolved: each(resolved),
      standing: asIs,
      stated: each(stated),
      mergeBase: asIs,
      behaviors: asIs,
      remarks: asIs,
    })(review),
  );
}
