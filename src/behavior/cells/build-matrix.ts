import type { Pack } from "../../rules/index.js";
import type { CellView, Difference, DifferenceKind, Matrix, OperationView, RefView } from "../matrix.js";
import { type Change, compareBehaviors, verdictOf } from "./compare.js";
import type { RefBehavior } from "./ref-behavior.js";
import { NOTHING, netOf } from "./text.js";

/** A ref and the behavior its tree has. */
export interface EvaluatedRef {
  readonly view: RefView;
  readonly behavior: RefBehavior;
}

/** Puts the behaviors of all refs side by side; the first ref is what the others are compared with. */
export function buildMatrix(pack: Pack, refs: readonly EvaluatedRef[]): Matrix {
  const keys = [
    ...new Set([
      ...pack.keys.filter((rule) => !rule.each).map((rule) => rule.name),
      ...refs.flatMap(({ behavior }) => behavior.keys),
    ]),
  ];
  return {
    format: "volteface/matrix@1",
    behavior: pack.id,
    refs: refs.map(({ view }) => view),
    stages: pack.stages,
    operations: pack.operations.flatMap(({ name, functions }) =>
      refs.map((ref, index) => operationView(name, functions[0]?.name ?? name, ref, refs[0], index === 0)),
    ),
    cells: pack.stages.flatMap((stage) => refs.map((ref) => cellView(stage, ref, keys))),
    writers: refs.flatMap(({ view: { ref }, behavior }) =>
      behavior.writers.map((writer) => ({
        ref,
        function: writer.function,
        file: writer.file,
        line: writer.line,
        effects: writer.effects,
        calledFrom: writer.calledFrom,
      })),
    ),
    unplaced: refs.flatMap(({ view: { ref }, behavior }) => behavior.unplaced.map(({ call }) => ({ ref, ...call }))),
    differences: differencesOf(pack, refs),
  };
}

function operationView(
  name: string,
  usual: string,
  here: EvaluatedRef,
  first: EvaluatedRef | undefined,
  isFirst: boolean,
): OperationView {
  const find = (ref: EvaluatedRef | undefined) => ref?.behavior.operations.find(({ operation }) => operation === name);
  const own = find(here);
  return {
    ref: here.view.ref,
    operation: name,
    function: own?.function ?? usual,
    file: own?.file ?? null,
    line: own?.line ?? null,
    verdict: verdictOf(find(first), own, isFirst),
    cases: own?.cases ?? [],
    guards: own?.guards ?? [],
  };
}

function cellView(stage: string, { view: { ref }, behavior }: EvaluatedRef, keys: readonly string[]): CellView {
  const calls = (behavior.stages.find((each) => each.stage === stage)?.calls ?? []).map(({ call }) => call);
  return { ref, stage, calls, net: netOf(calls, keys) };
}

const KIND_ORDER: readonly DifferenceKind[] = ["missing", "calls", "effects", "trigger", "guards"];

/** One entry per distinct difference from the first ref, with all refs that have it. */
function differencesOf(pack: Pack, [first, ...others]: readonly EvaluatedRef[]): Difference[] {
  if (first === undefined) return [];
  const found = new Map<string, { change: Change; refs: string[] }>();
  for (const { view, behavior } of others) {
    for (const change of compareBehaviors(first.behavior, behavior)) {
      const { lost: _lost, gained: _gained, ...told } = change;
      const key = JSON.stringify(told);
      const known = found.get(key);
      if (known === undefined) found.set(key, { change, refs: [view.ref] });
      else known.refs.push(view.ref);
    }
  }
  const rank = ({ change }: { change: Change }): number =>
    (change.stage === null ? pack.stages.length : pack.stages.indexOf(change.stage)) * KIND_ORDER.length +
    KIND_ORDER.indexOf(change.kind);
  return [...found.values()]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ change, refs }) => ({
      stage: change.stage,
      operation: change.operation,
      call: change.call,
      refs,
      kind: change.kind,
      summary: summaryOf(change, refs, first.view.ref),
      before: change.before,
      after: change.after,
    }));
}

/** One English sentence for programs; people read the localised one that renderers build. */
function summaryOf({ stage, operation, kind, before, after }: Change, refs: readonly string[], first: string): string {
  const where = [stage === null ? null : `at ${stage}`, operation === null ? null : `in ${operation}`]
    .filter((part) => part !== null)
    .join(" ");
  const who = refs.join(", ");
  switch (kind) {
    case "missing":
      return after === NOTHING
        ? `${who}: nothing ${where}, where ${first} has ${before}.`
        : `${who}: ${after} ${where}, where ${first} has nothing.`;
    case "guards":
      return `${who}: other conditions ${where} than on ${first}: ${after} instead of ${before}.`;
    default:
      return `${who}: ${after} ${where}, where ${first} has ${before}.`;
  }
}
