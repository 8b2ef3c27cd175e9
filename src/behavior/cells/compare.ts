import type { DifferenceKind, Verdict } from "../matrix.js";
import type { StagedCall } from "./find-calls.js";
import { effectKey, type OperationBehavior } from "./operations.js";
import type { RefBehavior } from "./ref-behavior.js";
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

/** All differences, stages in order, then those operations whose difference no stage shows. */
export function compareBehaviors(before: RefBehavior, after: RefBehavior): Change[] {
  const stages = before.stages.flatMap(({ stage, calls }) => {
    const others = after.stages.find((each) => each.stage === stage)?.calls ?? [];
    return subjectsOf([...calls, ...others]).flatMap((subject) =>
      compareCells({ stage, subject }, about(calls, subject), about(others, subject)),
    );
  });
  const shown = new Set(stages.flatMap((change) => operationsIn(change, before, after)));
  const names = [...new Set([...before.operations, ...after.operations].map(({ operation }) => operation))];
  const operations = names
    .filter((name) => !shown.has(name))
    .flatMap((name) => compareOperation(name, before, after))
    // A cell's conditions are those of the call and of the operation in one: where cells agree, they only moved.
    .filter(({ kind, operation }) => kind !== "guards" || ![before, after].every((each) => isCalled(operation, each)));
  return [...stages, ...operations];
}

function isCalled(operation: string | null, { stages }: RefBehavior): boolean {
  return stages.some(({ calls }) => calls.some(({ call }) => call.operation === operation));
}

/** The operations whose coming or going a cell's change already tells. */
function operationsIn({ stage, operation, kind }: Change, ...behaviors: readonly RefBehavior[]): string[] {
  if (operation !== null) return [operation];
  if (kind !== "calls" && kind !== "missing") return [];
  return behaviors.flatMap(({ stages }) =>
    stages.flatMap((each) => (each.stage === stage ? each.calls.map(({ call }) => call.operation) : [])),
  );
}

/** Equal for two behaviors between which there is no difference. */
export function behaviorKey({ stages, operations }: RefBehavior): string {
  const cells = stages.map(({ calls }) =>
    calls.map(({ call, asks }) => [
      callText(call),
      effectKey(call.effects),
      triggerText(call.trigger),
      [...asks.keys()].sort(),
    ]),
  );
  return JSON.stringify([cells, operations.map((each) => [each.operation, each.effectKey, each.guardKeys])]);
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

function compareCells(
  { stage, subject }: { stage: string; subject: string },
  before: readonly StagedCall[],
  after: readonly StagedCall[],
): Change[] {
  const texts = [before, after].map((calls) => callsText(calls.map(({ call }) => call)));
  const [was = NOTHING, is = NOTHING] = texts;
  const change = (kind: DifferenceKind, operation: string | null, from: string, to: string): Change => ({
    stage,
    operation,
    call: null,
    kind,
    before: from,
    after: to,
    subject,
    lost: [],
    gained: [],
  });
  if (was !== is) {
    const changes = [change(was === NOTHING || is === NOTHING ? "missing" : "calls", null, was, is)];
    const triggers = [before, after].map(triggersOf);
    if (before.length > 0 && after.length > 0 && triggers[0] !== triggers[1])
      changes.push(change("trigger", null, triggers[0] ?? "", triggers[1] ?? ""));
    return changes;
  }
  const changes = new Map<string, Change>();
  for (const [index, old] of before.entries()) {
    const now = after[index];
    if (now === undefined) continue;
    for (const each of compareCalls(old, now)) {
      const made = {
        ...change(each.kind, old.call.operation, each.before, each.after),
        ...each,
        call: callText(old.call),
      };
      changes.set([made.kind, made.call, made.before, made.after].join("\n"), made);
    }
  }
  return [...changes.values()];
}

function triggersOf(calls: readonly StagedCall[]): string {
  return [...new Set(calls.map(({ call }) => triggerText(call.trigger)))].join(" → ");
}

type CallChange = Pick<Change, "kind" | "before" | "after"> & Partial<Pick<Change, "lost" | "gained">>;

/** Two calls with the same text. */
function compareCalls(old: StagedCall, now: StagedCall): CallChange[] {
  const changes: CallChange[] = [];
  if (effectKey(old.call.effects) !== effectKey(now.call.effects)) {
    changes.push({ kind: "effects", before: effectsText(old.call.effects), after: effectsText(now.call.effects) });
  }
  const triggers = [triggerText(old.call.trigger), triggerText(now.call.trigger)] as const;
  if (triggers[0] !== triggers[1]) changes.push({ kind: "trigger", before: triggers[0], after: triggers[1] });
  const [lost, gained] = withoutCommon(missingFrom(now.asks, old.asks), missingFrom(old.asks, now.asks));
  if (lost.length + gained.length > 0) {
    const [keysLost, keysGained] = [lost.map(([key]) => key), gained.map(([key]) => key)];
    changes.push({ kind: "guards", before: told(lost), after: told(gained), lost: keysLost, gained: keysGained });
  }
  return changes;
}

/** Comparable keys of conditions, with the text they were written as. */
type Asks = readonly (readonly [key: string, text: string])[];

function missingFrom(asks: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): Asks {
  return [...others].filter(([key]) => !asks.has(key));
}

/** A key without what tells only where an object came from. */
function withoutOrigins(key: string): string {
  return key.replace(/[\w.]+\(\)#\d+|‹[^›]*›/g, "‹›").replace(/‹›\.\(\w+\)/g, "‹›");
}

/** The same words on both sides are the same condition, however its object was fetched. */
function withoutCommon(lost: Asks, gained: Asks): [Asks, Asks] {
  const same = ([key, text]: Asks[number], [otherKey, otherText]: Asks[number]): boolean =>
    text === otherText && withoutOrigins(key) === withoutOrigins(otherKey);
  const beyond = (some: Asks, others: Asks): Asks => some.filter((ask) => !others.some((other) => same(ask, other)));
  return [beyond(lost, gained), beyond(gained, lost)];
}

function told(asks: Asks): string {
  return listed([...new Set(asks.map(([, text]) => text))]);
}

function listed(texts: readonly string[]): string {
  return texts.length === 0 ? NOTHING : texts.join("; ");
}

function compareOperation(name: string, before: RefBehavior, after: RefBehavior): Change[] {
  const [old, now] = [before, after].map(({ operations }) => operations.find(({ operation }) => operation === name));
  const change = (kind: DifferenceKind, from: string, to: string): Change => ({
    stage: null,
    operation: name,
    call: null,
    kind,
    before: from,
    after: to,
    subject: "",
    lost: [],
    gained: [],
  });
  if (old === undefined || now === undefined)
    return [change("missing", old?.function ?? NOTHING, now?.function ?? NOTHING)];
  if (old.effectKey !== now.effectKey) return [change("effects", casesText(old), casesText(now))];
  if (old.guardKeys.join("\n") === now.guardKeys.join("\n")) return [];
  const beyond = (some: readonly string[], others: readonly string[]): string[] =>
    some.filter((key) => !others.includes(key));
  return [
    {
      ...change("guards", guardsText(old, now), guardsText(now, old)),
      lost: beyond(old.guardKeys, now.guardKeys),
      gained: beyond(now.guardKeys, old.guardKeys),
    },
  ];
}

function casesText({ operation, cases }: OperationBehavior): string {
  return cases
    .map(({ when, effects }) => `${callText({ operation, arguments: when })}: ${effectsText(effects)}`)
    .join("; ");
}

function guardsText(of: OperationBehavior, other: OperationBehavior): string {
  const known = new Set(other.guards.map(({ condition }) => condition));
  return listed(of.guards.filter(({ condition }) => !known.has(condition)).map(({ condition }) => condition));
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
  if (first.effectKey !== here.effectKey || first.guardKeys.join("\n") !== here.guardKeys.join("\n")) return "differs";
  return first.text === here.text ? "identical" : "equivalent";
}
