import type { Pack } from "../rules/index.js";

/** Packs that read the same files together, so that those are read once; groups and packs in the order given. */
export function groupedBySources(packs: readonly Pack[]): [Pack, ...Pack[]][] {
  const groups = new Map<string, [Pack, ...Pack[]]>();
  for (const pack of packs) {
    const key = JSON.stringify(pack.sources);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pack]);
    else group.push(pack);
  }
  return [...groups.values()];
}
