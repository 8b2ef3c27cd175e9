import { findPack, listBundledPacks, type Pack } from "../rules/index.js";
import type { Scanned } from "./scan-refs.js";

/**
 * The bundled packs that fit when none is asked for: the specific ones that find
 * their own names in the sources; where none does, the general ones. When
 * nothing fits at all, the general packs answer with empty matrices.
 */
export async function applicablePacks(scanPacks: (packs: readonly Pack[]) => Promise<Scanned[]>): Promise<Scanned[]> {
  const bundled = await Promise.all((await listBundledPacks()).map(({ id }) => findPack(id)));
  const specific = await scanPacks(bundled.filter((pack) => !pack.general));
  const fitting = onlyApplying(specific);
  if (fitting.length > 0) return fitting;
  const general = await scanPacks(bundled.filter((pack) => pack.general));
  const found = onlyApplying(general);
  return found.length > 0 ? found : general;
}

function onlyApplying(scanned: readonly Scanned[]): Scanned[] {
  return scanned
    .map(({ result, snapshots }) => ({
      snapshots,
      result: { ...result, packs: result.packs.filter(({ applies }) => applies) },
    }))
    .filter(({ result }) => result.packs.length > 0);
}
