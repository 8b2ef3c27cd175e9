import type { RefBehavior } from "../../behavior/index.js";
import type { Branch } from "../timeline/build-timeline.js";
import { type Step, stepsBetween } from "../timeline/changes.js";
import { counterpartOf, namesOf } from "../timeline/counterparts.js";
import { type FoundEvent, findEvents } from "../timeline/find-events.js";
import type { Line } from "../timeline/line.js";
import type { BackportChange, BackportMark, Backports, Witness } from "./answer.js";

export interface BackportInput {
  readonly behavior: string;
  readonly from: string;
  readonly line: Line;
  readonly branches: readonly Branch[];
}

/** For each change of behavior on a line, whether each branch behaves so, too. */
export function buildBackports({ behavior, from, line, branches }: BackportInput): Backports {
  const tip = headOf(line);
  const judges = branches.map((branch) => ({ ref: branch.ref, judge: judgeFor(branch, line) }));
  const changes = findEvents(line).map((event): BackportChange => {
    const { after } = around(event, line);
    const inForce = event.steps.filter((step) => holds(step, after, tip));
    return {
      commit: event.record.commit,
      pullRequest: event.numbers[0] ?? null,
      subject: event.record.subject,
      superseded: inForce.length === 0,
      on: Object.fromEntries(judges.map(({ ref, judge }) => [ref, judge(event, inForce)])),
    };
  });
  return { format: "volteface/backports@1", behavior, from, refs: branches.map(({ ref }) => ref), changes };
}

/** `inForce`: what of the event the source branch still does; nothing of it can be missed where it does nothing. */
type Judge = (event: FoundEvent, inForce: readonly Step[]) => BackportMark;

function judgeFor(branch: Branch, main: Line): Judge {
  const events = findEvents(branch.line);
  const head = headOf(branch.line);
  return (event, inForce) => {
    const asked = inForce.length > 0 ? inForce : event.steps;
    const { before, after } = around(event, main);
    const inherited = branch.contains(event.record.commit);
    const counterpart = inherited ? null : counterpartOf(event, events);
    const commit = inherited ? event.record.commit : (counterpart?.record.commit ?? null);
    const applicable = asked.filter((step) => applies(step, [before, after], head));
    const kept = applicable.filter((step) => holds(step, after, head));
    const named: Witness[] = inherited ? ["ancestor"] : counterpart === null ? [] : namesOf(event, counterpart);
    if (commit !== null && kept.length < asked.length && takenBack(event, counterpart, events, inForce, branch)) {
      return { status: "reverted", commit, witnesses: ["behavior", ...named] };
    }
    // A commit of the branch's own past stays present even where the branch went another way since.
    if (inherited)
      return { status: "present", commit, witnesses: kept.length === asked.length ? ["behavior", ...named] : named };
    if (applicable.length === 0) return { status: "not-applicable", commit, witnesses: [] };
    // A condition or two that the branch happens to share is no part of the change.
    if (kept.length === 0 || (commit === null && kept.length * 2 < applicable.length))
      return { status: "missing", commit: null, witnesses: [] };
    return {
      status: kept.length === applicable.length ? "present" : "partial",
      commit,
      witnesses: ["behavior", ...named],
    };
  };
}

/** The behavior of a line at its end. */
function headOf({ start, points }: Line): RefBehavior {
  return points.at(-1)?.behavior ?? start;
}

/** The behaviors before and after an event of a line. */
function around(event: FoundEvent, { start, points }: Line): { before: RefBehavior; after: RefBehavior } {
  const index = points.findIndex(({ record }) => record.commit === event.record.commit);
  return { before: points[index - 1]?.behavior ?? start, after: points[index]?.behavior ?? start };
}

/** Whether a behavior has what a step led to. Where its cell does something else, the cell's conditions are not the step's. */
function holds(step: Step, after: RefBehavior, behavior: RefBehavior): boolean {
  return !stepsBetween(behavior, after).some(
    (each) => each.facet === step.facet || (each.cell === step.cell && each.kind === "calls"),
  );
}

/** The code that a step changed is there: the operation, or a cell that is reached in the same manner. */
function applies(step: Step, sides: readonly RefBehavior[], head: RefBehavior): boolean {
  if (step.stage === null) return head.operations.some(({ operation }) => operation === step.operation);
  const kinds = new Set(sides.flatMap((side) => triggerKinds(side, step.stage)));
  return triggerKinds(head, step.stage).some((kind) => kinds.has(kind));
}

function triggerKinds({ stages }: RefBehavior, stage: string | null): string[] {
  const calls = stages.find((each) => each.stage === stage)?.calls ?? [];
  return calls.flatMap(({ call }) => (call.trigger === null ? [] : [call.trigger.kind]));
}

/** A later event of the branch itself went back on a step that is asked for. */
function takenBack(
  event: FoundEvent,
  counterpart: FoundEvent | null,
  events: readonly FoundEvent[],
  asked: readonly Step[],
  branch: Branch,
): boolean {
  const first = counterpart === null ? 0 : events.indexOf(counterpart) + 1;
  const later = branch.contains(event.record.commit) ? events : events.slice(first);
  return later.some(({ steps }) =>
    steps.some((step) =>
      asked.some((own) => own.facet === step.facet && own.after === step.before && own.before === step.after),
    ),
  );
}
