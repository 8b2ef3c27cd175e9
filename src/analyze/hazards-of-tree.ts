import type { HazardSighting } from "../behavior/index.js";
import type { Sighting } from "../review/index.js";
import type { BlobHazards, Unknown } from "./hazard-search.js";
import type { Tree } from "./tree.js";

/** A place of which nothing is known: never the same as "no hazard". */
export interface UnknownPlace extends Unknown {
  /** Null for a hazard that is seen all over the tree. */
  readonly file: string | null;
}

/** The hazards of a pack in one tree. */
export interface TreeHazards {
  /** One for each matter, in the order of files and lines. */
  readonly sightings: readonly Sighting[];
  /** In the order of files and lines. What is here is on this tree neither new nor resolved. */
  readonly unknown: readonly UnknownPlace[];
}

/** A hazard that is seen in more matters of a tree tells nothing. */
const MAXIMUM_MATTERS = 500;

/** What was found in the blobs, where the tree has them. */
export function treeHazards(tree: Tree, found: ReadonlyMap<string, BlobHazards>): TreeHazards {
  const here = [...tree]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, blob }) => {
      const hazards = found.get(blob);
      return hazards === undefined ? [] : [{ file: path, ...hazards }];
    });
  const matters = mattersIn(here);
  const everywhere = [...matters].filter(([, each]) => each.size > MAXIMUM_MATTERS).map(([hazard]) => hazard);
  return {
    sightings: [...matters.values()]
      .flatMap((each) => (each.size > MAXIMUM_MATTERS ? [] : [...each.values()]))
      .sort(inOrder),
    unknown: [
      ...everywhere.map((hazard) => ({ file: null, line: null, reason: "undecided" as const, hazard })),
      ...here.flatMap(({ file, unknown }) => unknown.map((each) => ({ file, ...each }))),
    ],
  };
}

/** By hazard and by what tells its matters apart; further places of one matter are added to the first. */
function mattersIn(
  files: readonly (BlobHazards & { readonly file: string })[],
): ReadonlyMap<string, ReadonlyMap<string, Sighting>> {
  const matters = new Map<string, Map<string, Sighting>>();
  for (const { file, sightings } of files) {
    for (const { line, sighting } of sightings) {
      const ofHazard = matters.get(sighting.hazard.id) ?? new Map<string, Sighting>();
      matters.set(sighting.hazard.id, ofHazard);
      const key = `${sighting.function}\n${sighting.subject}`;
      const first = ofHazard.get(key);
      const { places = [] } = first ?? {};
      ofHazard.set(
        key,
        first === undefined ? sightingAt(sighting, file, line) : { ...first, places: [...places, { file, line }] },
      );
    }
  }
  return matters;
}

function sightingAt({ hazard, text, function: owner, subject }: HazardSighting, file: string, line: number): Sighting {
  return {
    facts: { rule: "hazard", hazard: hazard.id, message: hazard.message, text, function: owner },
    severity: hazard.severity,
    stage: null,
    file,
    line,
    places: [],
    identity: [hazard.id, owner, subject],
  };
}

function inOrder(a: Sighting, b: Sighting): number {
  const [one, other] = [a.file ?? "", b.file ?? ""];
  if (one !== other) return one < other ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.identity.join() < b.identity.join() ? -1 : 1);
}
