import { bundledPacks, type Pack } from "../rules/index.js";
import type { GroupScan, Scanned } from "./group-scan.js";

/**
 * The bundled packs that fit when none is asked for: the specific ones that find
 * their own names in the sources; where none does, the general ones. When
 * nothing fits at all, the general packs answer with empty matrices.
 *
 * @param told so many refs, the first ones, say which specific packs fit, where any does; null for all refs
 */
export async function applicablePacks(
  scansOf: (packs: readonly Pack[]) => readonly GroupScan[],
  told: number | null,
): Promise<Scanned[]> {
  const bundled = await bundledPacks();
  const specific = scansOf(bundled.filter((pack) => !pack.general));
  const early: GroupScan[] = [];
  if (told !== null) for (const scan of specific) if (await scan.appliesToFirst(told)) early.push(scan);
  const fitting = onlyApplying(await finished(early.length > 0 ? early : specific));
  if (fitting.length > 0) return fitting;
  const general = await finished(scansOf(bundled.filter((pack) => pack.general)));
  const found = onlyApplying(general);
  return found.length > 0 ? found : general;
}

/** One after the other: each holds much while it runs. */
export async function finished(scans: readonly GroupScan[]): Promise<Scanned[]> {
  const scanned: Scanned[] = [];
  for (const scan of scans) scanned.push(await scan.finish());
  return scanned;
}

function onlyApplying(scanned: readonly Scanned[]): Scanned[] {
  return scanned
    .map(({ result, snapshots }) => ({
      snapshots,
      result: { ...result, packs: result.packs.filter(({ applies }) => applies) },
    }))
    .filter(({ result }) => result.packs.length > 0);
}
