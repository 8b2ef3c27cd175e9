import { callText, effectsText, type Matrix, type UnplacedView, type WriterView } from "../../behavior/index.js";

/** The same thing seen on several refs; file and line are those of the first. */
export interface Seen<T> {
  readonly lead: T;
  readonly refs: readonly string[];
}

/** Writers of tracked keys that are no named operation. */
export function groupWriters(matrix: Matrix): Seen<WriterView>[] {
  return group(matrix.writers, (writer) => [
    writer.function,
    writer.effects.map((effect) => effectsText([effect])),
    writer.calledFrom.map((caller) => [caller.file, caller.function]),
  ]);
}

/** Calls of operations that no stage explains. */
export function groupUnplaced(matrix: Matrix): Seen<UnplacedView>[] {
  return group(matrix.unplaced, (call) => [callText(call), call.file, call.function]);
}

function group<T extends { readonly ref: string }>(items: readonly T[], key: (item: T) => unknown): Seen<T>[] {
  const found = new Map<string, { lead: T; refs: Set<string> }>();
  for (const item of items) {
    const id = JSON.stringify(key(item));
    const seen = found.get(id);
    if (seen === undefined) found.set(id, { lead: item, refs: new Set([item.ref]) });
    else seen.refs.add(item.ref);
  }
  return [...found.values()].map(({ lead, refs }) => ({ lead, refs: [...refs] }));
}
