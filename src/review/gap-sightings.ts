import type { BackportChange } from "../history/index.js";
import type { EarlierChange, Sighting } from "./finding.js";

/** Branches that lack what a change does, though they behave as its base did: a question, never an accusation. */
export function gapSightings(
  { commit, pullRequest, subject, on }: BackportChange,
  behavesAsBase: (ref: string) => boolean,
): Sighting[] {
  const missingOn = Object.entries(on)
    .filter(([ref, { status, asked }]) => status === "missing" && asked !== false && behavesAsBase(ref))
    .map(([ref]) => ref)
    .sort();
  if (missingOn.length === 0) return [];
  const change: EarlierChange = { commit, pullRequest, subject, closes: [] };
  return [
    {
      facts: { rule: "missing-backport", change, missingOn },
      severity: "notice",
      stage: null,
      file: null,
      line: null,
      places: [],
      identity: ["missing-backport", pullRequest === null ? subject : `#${pullRequest}`, ...missingOn],
    },
  ];
}
