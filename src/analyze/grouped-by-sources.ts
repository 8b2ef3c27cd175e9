import type { Pack } from "../rules/index.js";

/** Packs that read the same files together, so that those are read once; groups and packs in the order given. */
export function groupedBySources(packs: readonly Pack[]): Pack[][] {
  const groups = new Map<string, Pack[]>();
  for (const pack of packs) {
    const key = JSON.stringify(pack.sources);
    groups.set(key, [...(groups.get(key) ?? []), pack]);
  }
  return [...groups.values()];
}
