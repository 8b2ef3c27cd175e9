import { ignoring } from "../config/index.js";
import type { Repository, ResolvedRef, Snapshot } from "../git/index.js";
import { goFrontEnd } from "../languages/index.js";
import { findPacks, type Pack, type PackReference } from "../rules/index.js";
import { applicablePacks } from "./applicable-packs.js";
import { barrenBlobs } from "./barren-blobs.js";
import { groupedBySources } from "./grouped-by-sources.js";
import type { Listener } from "./progress.js";
import { type ScanResult, scan } from "./scan.js";
import { sourceFilter } from "./source-filter.js";

/** Packs scanned together, because they read the same files. */
export interface Scanned {
  readonly result: ScanResult;
  readonly snapshots: readonly Snapshot[];
}

/** Which packs are asked for, and whether remembered results may be used. */
interface ScanRequest {
  /** Ids or files of packs; empty for those that fit the repository. */
  readonly rules: readonly PackReference[];
  readonly cache: boolean;
  /** Globs of files that are not looked at. */
  readonly ignore?: readonly string[];
}

/** Evaluates the packs of a request on refs. A pack that finds nothing is remarked on. */
export async function scanRefs(
  { rules, cache, ignore = [] }: ScanRequest,
  refs: readonly ResolvedRef[],
  repository: Repository,
  listen: Listener,
): Promise<Scanned[]> {
  const asked = await findPacks(rules);
  const scanPacks = async (packs: readonly Pack[]) =>
    scanGroups(
      packs.map((pack) => ignoring(pack, ignore)),
      refs,
      repository,
      cache,
      listen,
    );
  const scanned = asked.length > 0 ? await scanPacks(asked) : await applicablePacks(scanPacks);
  for (const { pack, applies } of scanned.flatMap(({ result }) => result.packs)) {
    if (!applies) listen({ kind: "remark", code: "pack-matches-nothing", fields: { pack: pack.id } });
  }
  return scanned;
}

/** Evaluates packs on refs, those with the same sources together. */
export async function scanGroups(
  packs: readonly Pack[],
  refs: readonly ResolvedRef[],
  repository: Repository,
  cache: boolean,
  listen: Listener,
): Promise<Scanned[]> {
  const scanned: Scanned[] = [];
  for (const group of groupedBySources(packs)) {
    const [first] = group;
    if (first === undefined) continue;
    const snapshots = await repository.snapshots(
      refs.map(({ commit }) => commit),
      sourceFilter(first.sources, goFrontEnd),
    );
    listen({ kind: "stage", name: "trees", done: snapshots.length, total: snapshots.length });
    const read = (blobs: readonly string[], onBlob: Parameters<Repository["readBlobs"]>[1]) =>
      repository.readBlobs(blobs, onBlob);
    const result = await scan(
      group,
      snapshots.map(({ entries }) => entries),
      goFrontEnd,
      read,
      cache ? barrenBlobs() : null,
      listen,
    );
    scanned.push({ result, snapshots });
  }
  return scanned;
}
