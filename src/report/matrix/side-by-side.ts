import { diffArrays } from "diff";
import type { Evidence, Snippet } from "../../behavior/index.js";

/** One line of a comparison; a side is null where only the other has the line. */
export interface Pair {
  readonly left: NumberedLine | null;
  readonly right: NumberedLine | null;
  readonly equal: boolean;
}

export interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** Beyond so many changed lines an alignment says nothing to a reader, and costs more than it is worth. */
const MOST_CHANGES = 2000;

/** Puts the two snippets of a piece of evidence beside each other; as many lines for as many are taken for changed ones. */
export function sideBySide({ left, right }: Evidence): Pair[] {
  const before = numbered(left);
  const after = numbered(right);
  const pairs: Pair[] = [];
  let removed: NumberedLine[] = [];
  for (const change of compare(before, after)) {
    const lefts = change.added ? [] : before.splice(0, change.count);
    const rights = change.removed ? [] : after.splice(0, change.count);
    if (change.removed) {
      removed = lefts;
      continue;
    }
    const replaces = change.added && removed.length === rights.length;
    if (!replaces) pairs.push(...zip(removed, [], false));
    pairs.push(...zip(replaces ? removed : lefts, rights, !change.added));
    removed = [];
  }
  return [...pairs, ...zip(removed, [], false)];
}

function compare(before: readonly NumberedLine[], after: readonly NumberedLine[]) {
  const [lefts, rights] = [before, after].map((lines) => lines.map((line) => line.text));
  return (
    diffArrays(lefts ?? [], rights ?? [], { maxEditLength: MOST_CHANGES }) ?? [
      { removed: true, added: false, count: before.length },
      { removed: false, added: true, count: after.length },
    ]
  );
}

function zip(lefts: readonly NumberedLine[], rights: readonly NumberedLine[], equal: boolean): Pair[] {
  return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) => ({
    left: lefts[index] ?? null,
    right: rights[index] ?? null,
    equal,
  }));
}

function numbered(snippet: Snippet | null): NumberedLine[] {
  return (snippet?.lines ?? []).map((text, index) => ({ number: (snippet?.startLine ?? 1) + index, text }));
}
