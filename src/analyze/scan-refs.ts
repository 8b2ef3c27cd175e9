import { ignoring } from "../config/index.js";
import type { Repository, ResolvedRef } from "../git/index.js";
import { findPacks, type Pack, type PackReference } from "../rules/index.js";
import { applicablePacks, finished } from "./applicable-packs.js";
import { GroupScan, type Scanned } from "./group-scan.js";
import { groupedBySources } from "./grouped-by-sources.js";
import type { Listener } from "./progress.js";

/** Which packs are asked for, and whether remembered results may be used. */
interface ScanRequest {
  /** Ids or files of packs; empty for those that fit the repository. */
  readonly rules: readonly PackReference[];
  readonly cache: boolean;
  /** Globs of files that are not looked at. */
  readonly ignore?: readonly string[];
}

/**
 * Evaluates the packs of a request on refs. A pack that finds nothing is remarked on.
 * @param told the answer will tell of so many refs, the first ones; the others stand beside them. Null for all
 */
export async function scanRefs(
  { rules, cache, ignore = [] }: ScanRequest,
  refs: readonly ResolvedRef[],
  repository: Repository,
  listen: Listener,
  told: number | null = null,
): Promise<Scanned[]> {
  const asked = await findPacks(rules);
  const scansOf = (packs: readonly Pack[]): GroupScan[] =>
    groupedBySources(packs.map((pack) => ignoring(pack, ignore))).map(
      (group) => new GroupScan(group, refs, repository, cache, listen),
    );
  const scanned = asked.length > 0 ? await finished(scansOf(asked)) : await applicablePacks(scansOf, told);
  for (const { pack, applies } of scanned.flatMap(({ result }) => result.packs)) {
    if (!applies) listen({ kind: "remark", code: "pack-matches-nothing", fields: { pack: pack.id } });
  }
  return scanned;
}
