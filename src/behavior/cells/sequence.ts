import { inOrder, type StagedCall } from "./staged-call.js";

/**
 * Puts the calls of one stage into the order in which they run, as far as there is one. What one
 * function leads to has an order; functions that do not call each other have
 * none, so they stand sorted by what happens in them: their names and files may
 * change without a difference.
 */
export function inSequence(calls: readonly StagedCall[]): StagedCall[] {
  const groups = new Map<string, StagedCall[]>();
  for (const call of [...calls].sort(inOrder)) {
    const [first] = call.way;
    const root = `${first?.function}:${first?.line}`;
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [call]);
    else group.push(call);
  }
  return [...groups.values()]
    .map((group) => ({ group, key: group.map(keyOf).join("\n") }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .flatMap(({ group }) => group);
}

function keyOf({ callKey, effectKey, asks }: StagedCall): string {
  return [callKey, effectKey, ...[...asks.keys()].sort()].join(" ");
}
