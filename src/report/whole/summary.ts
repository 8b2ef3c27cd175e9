import type { Matrix } from "../../behavior/index.js";
import type { Backports, Timeline } from "../../history/index.js";
import type { Finding } from "../../review/index.js";
import { backportsHeadline } from "../backports/headline.js";
import type { Messages } from "../locales/index.js";
import { headline } from "../matrix/headline.js";
import { nameRefs } from "../names.js";
import { day, refer } from "../refer.js";
import { prose, type Text } from "../text.js";
import { timelineHeadline } from "../timeline/headline.js";
import { undoText, undoThatMatters } from "../timeline/undo.js";
import { concernedMatrix } from "./concerned.js";
import { findingsHeadline } from "./findings.js";

/** Everything about one behavior. */
export interface Report {
  readonly matrix: Matrix;
  readonly timeline: Timeline;
  readonly backports: Backports;
  /** What stands on the first ref. */
  readonly findings: readonly Finding[];
}

/** The sentences for a reader in a hurry: where branches disagree, how they came to, what is missing where, what asks for attention. */
export function summarize(
  { matrix, timeline, backports, findings }: Report,
  messages: Messages,
  webUrl: string | null,
): Text[] {
  const { headings, summed } = messages.report;
  return [
    summed(headings.matrix, disagreement(matrix, messages)),
    summed(headings.timeline, cause(timeline, messages, webUrl)),
    summed(headings.backports, backportsHeadline(backports, messages, webUrl)),
    summed(headings.findings, findingsHeadline(timeline.ref, findings, messages)),
  ];
}

/** Branches that never had the behavior do not disagree about it. */
export function disagreement(matrix: Matrix, messages: Messages): Text {
  const { concerned, without } = concernedMatrix(matrix);
  const sentence = headline(concerned, messages);
  return without.length === 0 ? sentence : [...sentence, ...messages.report.withoutBehavior(without.length)];
}

/** Which refs have nothing of the behavior. */
export function withoutText(matrix: Matrix, without: readonly string[], messages: Messages): Text {
  return messages.report.without(nameRefs(matrix, without), without.length);
}

/** The undo that matters, or the latest change where there was none; and a proposal that would take something back. */
export function cause(timeline: Timeline, messages: Messages, webUrl: string | null): Text {
  const say = messages.report;
  const merged = timeline.events.filter(({ state }) => state === "merged");
  const latest = merged.at(-1);
  const undo = undoThatMatters(timeline);
  if (latest === undefined) return timelineHeadline(timeline, messages, webUrl);
  const sentence =
    undo === null
      ? say.notUndone(timeline.ref, merged.length, refer(latest, webUrl), prose(day(latest.date)))
      : say.undone(timeline.ref, undoText(undo, messages, webUrl));
  return [...sentence, ...proposedUndo(timeline, messages, webUrl)];
}

/** Closed proposals are over. */
function proposedUndo({ events }: Timeline, messages: Messages, webUrl: string | null): Text {
  const undoing = events
    .filter(({ state }) => state === "open")
    .flatMap((event) =>
      event.relations.filter(({ kind }) => kind === "undoes").map((relation) => ({ event, relation })),
    )
    .filter(({ event, relation }) =>
      event.changes.some(({ kind, stage }) => kind === "calls" && stage !== null && relation.stages.includes(stage)),
    )
    .at(-1);
  if (undoing === undefined) return [];
  return messages.report.wouldUndo(refer(undoing.event, webUrl), refer(undoing.relation, webUrl));
}
