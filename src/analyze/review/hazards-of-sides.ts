import type { Repository } from "../../git/index.js";
import { goFrontEnd } from "../../languages/index.js";
import type { Sighting } from "../../review/index.js";
import type { Pack } from "../../rules/index.js";
import { findHazards } from "../hazards.js";
import type { TreeHazards, UnknownPlace } from "../hazards-of-tree.js";
import type { Tree } from "../tree.js";

/** The hazards of a pack on the two sides of a change. */
export interface SideHazards {
  readonly onBase: readonly Sighting[];
  readonly onHead: readonly Sighting[];
}

const NONE: TreeHazards = { sightings: [], unknown: [] };

/**
 * What the hazard rules of packs see on both sides; without a base, on head alone.
 * What one side does not let be known is neither new on the other nor resolved by it:
 * it counts as seen on both.
 */
export async function hazardsOfSides(
  packs: readonly Pack[],
  { base, head }: { readonly base: Tree | null; readonly head: Tree },
  repository: Repository,
): Promise<ReadonlyMap<Pack, SideHazards>> {
  const asked = packs.filter(({ hazards }) => hazards.length > 0);
  const trees = base === null ? [head] : [head, base];
  const found = await findHazards(asked, trees, repository.readBlobs, goFrontEnd);
  return new Map(
    found.map(({ pack, trees: [onHead = NONE, onBase = NONE] }) => [
      pack,
      {
        onBase: [...onBase.sightings, ...hiddenBy(onBase.unknown, onHead.sightings)],
        onHead: [...onHead.sightings, ...hiddenBy(onHead.unknown, onBase.sightings)],
      },
    ]),
  );
}

/** What is seen on the other side in a place of which this side lets nothing be known. */
function hiddenBy(unknown: readonly UnknownPlace[], others: readonly Sighting[]): Sighting[] {
  return others.filter(({ facts, file }) =>
    unknown.some(
      (place) =>
        (place.hazard === null || (facts.rule === "hazard" && place.hazard === facts.hazard)) &&
        (place.file === null || place.file === file),
    ),
  );
}
