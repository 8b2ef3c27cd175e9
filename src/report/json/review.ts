import type { Finding, FindingEvidence, ResolvedFinding, Review, StatedFinding } from "../../review/index.js";
import { findingSentence } from "../findings/sentence.js";
import { messagesIn } from "../locales/index.js";
import type { ReviewContext } from "../review/context.js";
import { plain } from "../terminal/escape.js";
import { jsonLine } from "./escape.js";
import { asIs, each, inOrder } from "./order.js";
import { writeChange, writeRelation } from "./timeline.js";

/** `volteface/review@1` on one line. Messages are in English: a program reads them, or hands them on. */
export function renderReviewJson(review: Review, { webUrl }: Pick<ReviewContext, "webUrl">): string {
  return jsonLine(writerFor(webUrl)(review));
}

const evidence = inOrder<FindingEvidence>({ commit: asIs, file: asIs, line: asIs });

function writerFor(webUrl: string | null): (review: Review) => unknown {
  const messages = messagesIn("en");
  const finding = (value: Finding): unknown => {
    const { id, rule, facts, severity, mode, behavior, stage, ref, file, line } = value;
    const { rule: _, ...fields } = facts;
    const message = plain(findingSentence(facts, messages, webUrl));
    const seen = value.evidence.map(evidence);
    return { id, rule, severity, stage, ref, file, line, message, evidence: seen, behavior, mode, facts: fields };
  };
  const resolved = ({ finding: gone, asBefore }: ResolvedFinding): unknown => ({
    ...(finding(gone) as object),
    asBefore,
  });
  const stated = ({ finding: told, reason, by, who }: StatedFinding): unknown => ({
    ...(finding(told) as object),
    reason,
    by,
    who,
  });
  return inOrder<Review>({
    format: asIs,
    base: asIs,
    head: asIs,
    changes: each(({ behavior, ...change }) => ({ ...(writeChange(change) as object), behavior })),
    relations: each(({ behavior, ...relation }) => ({ ...(writeRelation(relation) as object), behavior })),
    findings: each(finding),
    resolved: each(resolved),
    standing: asIs,
    stated: each(stated),
    mergeBase: asIs,
    behaviors: asIs,
    remarks: asIs,
  });
}
