import type { Chain, ChainStep, EventChange, Reach, Relation, Timeline, TimelineEvent } from "../../history/index.js";
import { jsonLine } from "./escape.js";
import { asIs, each, inOrder } from "./order.js";

/** `volteface/timeline@1` on one line. */
export function renderTimelineJson(timeline: Timeline): string {
  return jsonLine(writeTimeline(timeline));
}

export const writeChange = inOrder<EventChange>({
  stage: asIs,
  operation: asIs,
  kind: asIs,
  before: asIs,
  after: asIs,
  summary: asIs,
});

export const writeRelation = inOrder<Relation>({
  kind: asIs,
  commit: asIs,
  pullRequest: asIs,
  extent: asIs,
  stages: asIs,
  operations: asIs,
  declared: asIs,
});

export const writeTimeline = inOrder<Timeline>({
  format: asIs,
  behavior: asIs,
  ref: asIs,
  events: each(
    inOrder<TimelineEvent>({
      commit: asIs,
      pullRequest: asIs,
      alsoNumbered: asIs,
      date: asIs,
      author: asIs,
      subject: asIs,
      state: asIs,
      changes: each(writeChange),
      relations: each(writeRelation),
      on: asIs,
      labels: asIs,
      closes: asIs,
    }),
  ),
  chains: each(
    inOrder<Chain>({
      stage: asIs,
      steps: each(inOrder<ChainStep>({ value: asIs, commit: asIs, pullRequest: asIs, state: asIs })),
    }),
  ),
  reach: inOrder<Reach>({ mode: asIs, commits: asIs, shallowAt: asIs, problems: asIs }),
});
