import type { Undone } from "../history/index.js";
import type { Sighting } from "./finding.js";

/**
 * What the lines of a change take back, where no cell speaks. Lines are weaker
 * evidence than cells: only a fix that is taken back with high confidence is
 * worth a person's time.
 */
export function lineSightings(undone: readonly Undone[]): { readonly sighting: Sighting; readonly undone: Undone }[] {
  return undone
    .filter(({ by, confidence, fix }) => by === "lines" && confidence === "high" && fix)
    .map((each) => ({ sighting: sightingOf(each), undone: each }));
}

function sightingOf({ commit, pullRequest, subject, coverage, lines }: Undone): Sighting {
  const places = lines.map(({ file, line, change }) => ({ file, line, change }));
  const added = places.find(({ change }) => change === "adds-removed");
  return {
    facts: {
      rule: "undoes",
      extent: coverage >= 1 ? "full" : "partial",
      by: "lines",
      undone: { commit, pullRequest, subject, closes: [] },
      cells: [],
    },
    severity: "warning",
    stage: null,
    file: added?.file ?? places[0]?.file ?? null,
    line: added?.line ?? null,
    places: [{ commit, file: null, line: null }],
    identity: ["undoes", "lines", commit],
  };
}
