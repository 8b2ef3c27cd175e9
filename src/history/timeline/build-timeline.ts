import { callsText, type RefBehavior } from "../../behavior/index.js";
import type { Chain, ChainStep, EventState, Reach, Timeline, TimelineEvent } from "./answer.js";
import { changesBetween } from "./changes.js";
import { counterpartOf } from "./counterparts.js";
import { deedOf, type FoundEvent, findEvents } from "./find-events.js";
import type { Line } from "./line.js";
import type { Proposal } from "./proposal.js";
import { type Deed, relationsOf } from "./relations.js";
import { viewEvent } from "./view-event.js";

/** A release branch: its name, the commits of the timeline's line that it contains, and its own events. */
export interface Branch {
  readonly ref: string;
  /** Whether it contains a commit of the line. */
  readonly contains: (commit: string) => boolean;
  readonly line: Line;
}

export interface TimelineInput {
  readonly behavior: string;
  readonly stages: readonly string[];
  readonly ref: string;
  readonly line: Line;
  readonly branches: readonly Branch[];
  readonly proposals: readonly Proposal[];
  readonly reach: Reach;
}

/** Who changed which cell of one branch, and who undid whom. */
export function buildTimeline({ behavior, stages, ref, line, branches, proposals, reach }: TimelineInput): Timeline {
  const found = findEvents(line);
  const deeds = found.map(deedOf);
  const others = branches.map((branch) => ({ ...branch, events: findEvents(branch.line) }));
  const marks = (event: FoundEvent): Record<string, string> =>
    Object.fromEntries(
      others.flatMap(({ ref: name, contains, events }) => {
        if (contains(event.record.commit)) return [[name, event.record.commit]];
        const counterpart = counterpartOf(event, events);
        return counterpart === null ? [] : [[name, counterpart.record.commit]];
      }),
    );
  const merged = found.map((event, index) =>
    viewEvent(event, relationsOf(deedOf(event), deeds.slice(0, index)), marks(event)),
  );
  const proposed = proposals.flatMap((proposal) => proposalEvent(proposal, deeds));
  const events = [...merged, ...proposed];
  return {
    format: "volteface/timeline@1",
    behavior,
    ref,
    events,
    chains: stages.map((stage) => chainOf(stage, line.start, events)).filter(({ steps }) => steps.length > 0),
    reach,
  };
}

/** What a pull request that is not on the line would change; nothing when it changes no behavior. */
function proposalEvent(
  { number, record, base, head, state, labels, closes }: Proposal,
  deeds: readonly Deed[],
): TimelineEvent[] {
  const { changes, steps } = changesBetween(base, head);
  if (changes.length === 0) return [];
  const event: FoundEvent = { record, numbers: [number], state, changes, steps };
  return [{ ...viewEvent(event, relationsOf(deedOf(event), deeds), {}), labels, closes }];
}

/** The values of a cell in the order in which events gave them. */
function chainOf(stage: string, start: RefBehavior, events: readonly TimelineEvent[]): Chain {
  const calls = start.stages.find((each) => each.stage === stage)?.calls ?? [];
  const inherited = callsText(calls.map(({ call }) => call));
  const steps = events.flatMap(({ commit, pullRequest, state, changes }): ChainStep[] =>
    changes
      .filter((change) => change.stage === stage && change.kind === "calls")
      .map(({ after }) => ({ value: after, commit, pullRequest, state })),
  );
  const state: EventState = "merged";
  return {
    stage,
    steps: calls.length === 0 ? steps : [{ value: inherited, commit: "", pullRequest: null, state }, ...steps],
  };
}
