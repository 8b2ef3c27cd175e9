import type { EventChange, EventState } from "../../../history/index.js";
import { join, name, say, type Text } from "../../text.js";
import { list, listTexts, orNothing, plural } from "./words.js";

/** How a change stands to an earlier one. */
export interface RelationFields {
  /** The earlier one. */
  readonly what: Text;
  readonly all: boolean;
  /** `at succeeded and failed`, `in Clean`, or nothing. */
  readonly places: Text;
  readonly operations: readonly string[];
  /** Only conditions return to what they were; what is done does not. */
  readonly onlyConditions: boolean;
  readonly declared: boolean;
}

export const timeline = {
  headline: {
    changes: (f: { count: number; ref: string; from: Text; to: Text }) =>
      f.count === 1
        ? say`1 change on ${f.ref}, on ${f.from}.`
        : say`${f.count} changes on ${f.ref} from ${f.from} to ${f.to}.`,
    none: (ref: string) => say`No commit on ${ref} changed this behavior.`,
    noneInSight: (ref: string) =>
      say`No commit on ${ref} changed this behavior, as far back as this shallow clone goes.`,
    noUndo: say` None of them took another back.`,
    proposals: (count: number) => say` ${count} ${plural(count, "proposal", "proposals")} would change it.`,
  },
  /** One change took another back, as a sentence without its end. */
  tookBack: (f: RelationFields & { by: Text; date: Text }) =>
    say`${f.by} (${f.date}) took back ${f.all ? allOf : partOf} ${f.what}${comma(f.places)}${f.onlyConditions ? conditionsOnly : []}`,
  saysTookBack: (f: { by: Text; date: Text; what: Text }) =>
    say`${f.by} (${f.date}) says that it takes back ${f.what}, though no stage returns to what it was`,
  sentence: (text: Text) => say`${text}.`,
  behavior: (id: string, title: Text, ref: string) => say`${id} on ${ref}: ${title}`,
  headings: {
    changes: (count: number) => say`Changes (${count}, oldest first)`,
    proposals: (count: number) => say`Proposals (${count})`,
    chains: say`Stage by stage`,
    reach: say`How far this looked`,
  },
  event: (f: { date: Text; who: Text; subject: Text; author: Text }) =>
    say`${f.date} ${f.who} ${f.subject}, by ${f.author}`,
  inState: (event: Text, state: Text) => say`${event} (${state})`,
  state: {
    merged: say`merged`,
    open: say`open`,
    closed: say`closed`,
  } satisfies Record<EventState, Text>,
  notMerged: say`not merged`,
  statesUnknown: say`Whether they are open or closed is not known here; --github OWNER/REPO with a GITHUB_TOKEN asks GitHub.`,
  place: (stage: string | null, operation: string | null) =>
    stage === null ? name(operation ?? "—") : operation === null ? name(stage) : say`${stage}, ${operation}`,
  places: (places: readonly Text[]) => join(places, "; "),
  change: (places: Text, before: string, after: string, kind: Text) =>
    say`${places}: ${orNothing(before, "nothing")} → ${orNothing(after, "nothing")} (${kind})`,
  kinds: {
    calls: say`calls`,
    effects: say`effects`,
    trigger: say`trigger`,
    guards: say`conditions`,
  } satisfies Record<EventChange["kind"], Text>,
  conditions: (places: Text) => say`${places}: other conditions`,
  gone: (conditions: string) => say`gone: ${conditions}`,
  new: (conditions: string) => say`new: ${conditions}`,
  shortened: say`Long conditions are cut; --format json has them whole.`,
  relation: {
    undoes: (f: RelationFields) =>
      say`undoes ${f.all ? allOf : partOf} ${f.what}${comma(f.places)}${f.onlyConditions ? conditionsOnly : []}; its message ${f.declared ? says : saysNot}`,
    declares: (f: RelationFields) =>
      say`says that it undoes ${f.what}, though no stage returns to what it was before that`,
    restores: (f: RelationFields) => say`brings back what ${f.what} had set${comma(f.places)}`,
    moves: (f: RelationFields) =>
      say`moves ${f.operations.length === 0 ? theCalls : list(f.operations)}${comma(f.places)}, from where ${f.what} had put ${f.operations.length === 1 ? it : them}`,
    relands: (f: RelationFields) => say`re-lands ${f.all ? allOf : partOf} ${f.what}${comma(f.places)}`,
    picks: (f: RelationFields) => say`picks ${f.what}`,
  },
  labels: (labels: readonly string[]) => say`labelled ${list(labels)}`,
  closes: (issues: readonly Text[]) => say`says that it closes ${listTexts(issues)}`,
  /** Branches that have a change. */
  on: (refs: readonly Text[]) => say`on ${listTexts(refs)}`,
  as: (ref: string, commit: Text) => say`${ref} as ${commit}`,
  more: (count: number) => say`${count} more`,
  chain: (stage: string, steps: Text) => say`${stage}: ${steps}`,
  step: (value: string, who: Text) => say`${orNothing(value, "nothing")} ${who}`,
  inherited: (value: string) => say`${value} (from before)`,
  earlierSteps: (count: number) => say`… ${count} earlier ${plural(count, "step", "steps")}`,
  proposedSteps: (steps: Text) => say`; proposed: ${steps}`,
  diagram: {
    /** On an arrow of the diagram. */
    undoing: (who: Text, what: Text) => say`${who} undoes ${what}`,
    proposed: (who: Text, state: Text) => say`${who}, ${state}`,
    nothing: say`nothing`,
    cut: (steps: number) => say`The diagram leaves out ${steps} earlier ${plural(steps, "step", "steps")}.`,
  },
  reach: {
    seeded: (commits: number, ref: string) =>
      say`${commits} ${plural(commits, "commit", "commits")} of ${ref}, in the files known from today's branches; --deep also reads files that are gone.`,
    deep: (commits: number, ref: string) =>
      say`${commits} ${plural(commits, "commit", "commits")} of ${ref}, in every source file that was ever changed.`,
    shallow: (commit: Text) =>
      say`This clone is shallow: nothing is known of what was before ${commit}; git fetch --unshallow brings it.`,
    problems: (count: number) =>
      say`${count} ${plural(count, "object", "objects")} could not be read; changes in them may be missing above.`,
  },
};

const allOf = say`all of`;
const partOf = say`part of`;
const conditionsOnly = say` (conditions only)`;
const theCalls = say`the calls`;
const it = say`it`;
const them = say`them`;
const says = say`says so`;
const saysNot = say`does not say so`;

function comma(places: Text): Text {
  return places.length === 0 ? [] : say`, ${places}`;
}
