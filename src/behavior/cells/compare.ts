import type { DifferenceKind, Verdict } from "../matrix.js";
import type { Ask } from "../paths/asks.js";
import type { OperationBehavior } from "./operations.js";
import type { RefBehavior } from "./ref-behavior.js";
import type { StagedCall } from "./staged-call.js";
import { callsText, callText, effectsText, NOTHING, triggerText } from "./text.js";

/** How one behavior differs from another at a stage, or in an operation (stage null). */
export interface Change {
  readonly stage: string | null;
  readonly operation: string | null;
  /** The call that differs in more than its text: `Remove(finalizer@Pod)`. */
  readonly call: string | null;
  readonly kind: DifferenceKind;
  readonly before: string;
  readonly after: string;
  /** The member of a family of keys it is about, else empty: cells of different subjects are different cells. */
  readonly subject: string;
  /** For guards: the comparable keys of the conditions that went and came; else empty. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** What a change is about, and how it looks before and after. */
type Told = Pick<Change, "kind" | "before" | "after"> & Partial<Omit<Change, "kind" | "before" | "after">>;

function change(told: Told): Change {
  return { stage: null, operation: null, call: null, subject: "", lost: [], gained: [], ...told };
}

/** All differences, stages in order, then those operations whose difference no stage shows. */
export function compareBehaviors(before: RefBehavior, after: RefBehavior): Change[] {
  const stages = before.stages.flatMap(({ stage, calls }) => {
    const others = after.stages.find((each) => each.stage === stage)?.calls ?? [];
    return subjectsOf([...calls, ...others]).flatMap((subject) =>
      compareCells(about(calls, subject), about(others, subject)).map((told) => change({ ...told, stage, subject })),
    );
  });
  const names = [...new Set([...before.operations, ...after.operations].map(({ operation }) => operation))];
  return [...stages, ...names.flatMap((name) => compareOperation(name, before, after, stages))];
}

/** Equal for two behaviors between which there is no difference. */
export function behaviorKey({ stages, operations }: RefBehavior): string {
  const cells = stages.map(({ calls }) =>
    calls.map(({ call, callKey, effectKey, asks }) => [
      callKey,
      effectKey,
      triggerText(call.trigger),
      [...asks.keys()].sort(),
    ]),
  );
  return JSON.stringify([cells, operations.map((each) => [each.operation, each.effectKey, askKeys(each)])]);
}

/**
 * In a family of keys each key has a life of its own: calls about different keys
 * are no sequence. Everything else at a stage is one.
 */
function subjectsOf(calls: readonly StagedCall[]): string[] {
  return [...new Set(calls.map(subjectOf))].sort();
}

function about(calls: readonly StagedCall[], subject: string): StagedCall[] {
  return calls.filter((call) => subjectOf(call) === subject);
}

function subjectOf({ family }: StagedCall): string {
  return family ?? "";
}

function compareCells(before: readonly StagedCall[], after: readonly StagedCall[]): Told[] {
  const keysOf = (calls: readonly StagedCall[]): string => calls.map(({ callKey }) => callKey).join(" → ");
  if (keysOf(before) !== keysOf(after)) return compareSequences(before, after);
  const changes = new Map<string, Told>();
  for (const [index, old] of before.entries()) {
    const now = after[index];
    if (now === undefined) continue;
    for (const each of compareCalls(old, now)) {
      const made = { ...each, operation: old.call.operation, call: callText(old.call) };
      changes.set([made.kind, made.call, made.before, made.after].join("\n"), made);
    }
  }
  return [...changes.values()];
}

/** Two cells with other calls, or with the same in another order. */
function compareSequences(before: readonly StagedCall[], after: readonly StagedCall[]): Told[] {
  const kind = before.length === 0 || after.length === 0 ? "missing" : "calls";
  const [was, is] = [before, after].map((calls) => callsText(calls.map(({ call }) => call)));
  const [from, to] = [before, after].map(triggersOf);
  const calls: Told = { kind, before: was ?? NOTHING, after: is ?? NOTHING };
  if (kind === "missing" || from === to) return [calls];
  return [calls, { kind: "trigger", before: from ?? NOTHING, after: to ?? NOTHING }];
}

function triggersOf(calls: readonly StagedCall[]): string {
  return [...new Set(calls.map(({ call }) => triggerText(call.trigger)))].join(" → ");
}

/** Two calls of the same operation with the same arguments. */
function compareCalls(old: StagedCall, now: StagedCall): Told[] {
  const changes: Told[] = [];
  if (old.effectKey !== now.effectKey)
    changes.push({ kind: "effects", before: effectsText(old.call.effects), after: effectsText(now.call.effects) });
  const triggers = [triggerText(old.call.trigger), triggerText(now.call.trigger)] as const;
  if (triggers[0] !== triggers[1]) changes.push({ kind: "trigger", before: triggers[0], after: triggers[1] });
  return [...changes, ...compareAsks(old.asks, now.asks)];
}

type Asks = ReadonlyMap<string, Ask>;

/** The conditions that one has and the other has not. */
export function compareAsks(old: Asks, now: Asks): Told[] {
  const [lost, gained] = withoutCommon(missingFrom(now, old), missingFrom(old, now));
  if (lost.length + gained.length === 0) return [];
  const [before, after] = [textOf(lost), textOf(gained)];
  const [keysLost, keysGained] = [lost, gained].map((asks) => asks.map(({ key }) => key));
  const told = { kind: "guards", lost: keysLost ?? [], gained: keysGained ?? [] } as const;
  // The same words for something else: then the meaning must be told.
  return before === after
    ? [{ ...told, before: meaningOf(lost), after: meaningOf(gained) }]
    : [{ ...told, before, after }];
}

function missingFrom(asks: Asks, others: Asks): Ask[] {
  return [...others.values()].filter(({ key }) => !asks.has(key));
}

/** The same words on both sides are the same condition, however its object was fetched. */
function withoutCommon(lost: readonly Ask[], gained: readonly Ask[]): [Ask[], Ask[]] {
  const isSame = (a: Ask, b: Ask): boolean => a.text === b.text && a.loose === b.loose;
  return [
    lost.filter((ask) => !gained.some((other) => isSame(ask, other))),
    gained.filter((ask) => !lost.some((other) => isSame(ask, other))),
  ];
}

function textOf(asks: readonly Ask[]): string {
  return listed([...new Set(asks.map(({ text }) => text))]);
}

function meaningOf(asks: readonly Ask[]): string {
  return listed(asks.map(({ key }) => key.replace(/‹[^›]*›\./g, "")));
}

function listed(texts: readonly string[]): string {
  return texts.length === 0 ? NOTHING : texts.join("; ");
}

/** Nothing where the stages tell already. */
function compareOperation(name: string, before: RefBehavior, after: RefBehavior, told: readonly Change[]): Change[] {
  if (told.some(({ operation }) => operation === name)) return [];
  const [old, now] = [before, after].map(({ operations }) => operations.find(({ operation }) => operation === name));
  if (old === undefined || now === undefined) {
    const isTold = told.some(
      ({ stage, kind }) => stage !== null && isSequence(kind) && calls(name, stage, before, after),
    );
    const names = [old?.function ?? NOTHING, now?.function ?? NOTHING] as const;
    return isTold ? [] : [change({ kind: "missing", operation: name, before: names[0], after: names[1] })];
  }
  if (old.effectKey !== now.effectKey)
    return [change({ kind: "effects", operation: name, before: casesText(old), after: casesText(now) })];
  // Where both are called at a stage, what is asked there counts: call site and operation are one path.
  if (isStaged(name, before) && isStaged(name, after)) return [];
  return compareAsks(old.asks, now.asks).map((each) => change({ ...each, operation: name }));
}

function isSequence(kind: DifferenceKind): boolean {
  return kind === "calls" || kind === "missing";
}

/** The operation is called at the stage in any of the behaviors. */
function calls(name: string, stage: string, ...behaviors: readonly RefBehavior[]): boolean {
  return behaviors.some(({ stages }) =>
    stages.some((each) => each.stage === stage && each.calls.some(({ call }) => call.operation === name)),
  );
}

function isStaged(name: string, { stages }: RefBehavior): boolean {
  return stages.some((stage) => stage.calls.some(({ call }) => call.operation === name));
}

function casesText({ operation, cases }: OperationBehavior): string {
  return cases
    .map(({ when, effects }) => `${callText({ operation, arguments: when })}: ${effectsText(effects)}`)
    .join("; ");
}

function askKeys({ asks }: OperationBehavior): string[] {
  return [...asks.keys()].sort();
}

/** How a ref's operation stands to the first ref's. */
export function verdictOf(
  first: OperationBehavior | undefined,
  here: OperationBehavior | undefined,
  isFirst: boolean,
): Verdict {
  if (here === undefined) return "absent";
  if (isFirst) return "baseline";
  if (first === undefined) return "only-here";
  if (first.effectKey !== here.effectKey || compareAsks(first.asks, here.asks).length > 0) return "differs";
  return first.text === here.text ? "identical" : "equivalent";
}
