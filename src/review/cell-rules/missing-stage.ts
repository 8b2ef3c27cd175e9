import { callsText, type RefBehavior, type StagedCall } from "../../behavior/index.js";
import type { Pack } from "../../rules/index.js";
import type { Sighting } from "../finding.js";
import type { CellRule, OtherRef } from "./cell-rule.js";
import { allCalls, bareKey, callsAt } from "./happenings.js";

/**
 * Nothing happens at a stage where most refs of the same flow do something. A
 * ref without the behavior, or where other triggers start it, is no such ref;
 * and a call whose stage is not known may be the one that seems to be missing.
 */
export const missingStage: CellRule = {
  rule: "missing-stage",
  claimsAbsence: true,
  find: (behavior, { pack, others }) =>
    pack.stages.flatMap((stage) =>
      subjectsAt(stage, others).flatMap((subject) => sightingsOf({ stage, subject }, behavior, others, pack)),
    ),
};

/** A stage, for one member of a family where there are families. */
interface Slot {
  readonly stage: string;
  readonly subject: string;
}

function subjectsAt(stage: string, others: readonly OtherRef[]): string[] {
  return [...new Set(others.flatMap(({ behavior }) => callsAt(behavior, stage).map(subjectOf)))].sort();
}

function subjectOf({ family }: StagedCall): string {
  return family === null ? "" : bareKey(family);
}

function sightingsOf(slot: Slot, here: RefBehavior, others: readonly OtherRef[], pack: Pack): Sighting[] {
  if (servedAt(slot, here).length > 0) return [];
  const kin = others.filter(({ behavior }) => isOfOneFlow(slot, here, behavior, pack));
  const having = kin.filter(({ behavior }) => servedAt(slot, behavior).length > 0);
  if (having.length <= kin.length - having.length) return [];
  if (having.some(({ behavior }) => mayBeElsewhere(slot, here, behavior))) return [];
  return [
    {
      facts: {
        rule: "missing-stage",
        stage: slot.stage,
        others: having.map(({ ref, behavior }) => ({
          ref,
          calls: callsText(servedAt(slot, behavior).map(({ call }) => call)),
        })),
      },
      severity: "warning",
      stage: slot.stage,
      ...placeNear(slot, here),
      places: [],
      identity: ["missing-stage", slot.stage, slot.subject],
    },
  ];
}

function servedAt({ stage, subject }: Slot, behavior: RefBehavior): StagedCall[] {
  return callsAt(behavior, stage).filter((call) => subjectOf(call) === subject);
}

/** Both serve some other stage of the subject by the same kind of trigger, and what starts the stage there is known here. */
function isOfOneFlow(slot: Slot, here: RefBehavior, other: RefBehavior, pack: Pack): boolean {
  const elsewhere = pack.stages.filter((stage) => stage !== slot.stage);
  const kindsAt = (stage: string, behavior: RefBehavior): string[] => kindsOf(servedAt({ ...slot, stage }, behavior));
  const common = elsewhere.some((stage) => kindsAt(stage, here).some((kind) => kindsAt(stage, other).includes(kind)));
  const kindsHere = new Set(elsewhere.flatMap((stage) => kindsAt(stage, here)));
  const kindsThere = new Set(elsewhere.flatMap((stage) => kindsAt(stage, other)));
  // A kind that starts only this stage cannot be seen here otherwise.
  return common && kindsAt(slot.stage, other).every((kind) => kindsHere.has(kind) || !kindsThere.has(kind));
}

function kindsOf(calls: readonly StagedCall[]): string[] {
  return calls.flatMap(({ call }) => call.trigger?.kind ?? []);
}

/** What the other ref calls is called here without a stage that is known, or is not there at all. */
function mayBeElsewhere(slot: Slot, here: RefBehavior, other: RefBehavior): boolean {
  const calls = servedAt(slot, other).map(({ call }) => call.operation);
  const known = new Set([
    ...here.operations.map(({ operation }) => operation),
    ...allCalls(here).map(({ call }) => call.operation),
  ]);
  return (
    calls.some((operation) => !known.has(operation)) ||
    here.unplaced.some((call) => calls.includes(call.call.operation) && subjectOf(call) === slot.subject)
  );
}

/** The flow's first call at a neighbouring stage, where the missing one would be looked for. */
function placeNear({ subject }: Slot, here: RefBehavior): Pick<Sighting, "file" | "line"> {
  const near = here.stages.flatMap(({ calls }) => calls).find((call) => subjectOf(call) === subject);
  return { file: near?.call.file ?? null, line: near?.call.line ?? null };
}
