import type { Match } from "./match.js";

/**
 * How much a match looks like an undo, about 0 to 15.
 *
 * The terms were chosen in a study and tuned on the histories of kube-ovn and kueue
 * alone; `bench/undo` measures them on others.
 */
export function scoreOf(match: Match): number {
  const hunks = match.inverseHunks;
  return (
    3 * coverageOf(match) +
    2 * shareOf(match) +
    2 * ratio(match.bringsBack, match.worth) +
    6 * ratio(match.inverseWorth, match.hunkWorth) * (hunks / (hunks + 1)) +
    2 * Math.log(1 + match.twoSidedHunks) -
    2 * ratio(match.edited, matchedWeight(match) + match.edited)
  );
}

/** Weighted share of the earlier commit that is taken back, 0 to 1. */
export function coverageOf(match: Match): number {
  return ratio(matchedWeight(match), match.worth);
}

/** Weighted share of the change that the taking back explains, 0 to 1. */
function shareOf(match: Match): number {
  return ratio(matchedWeight(match), match.changeWorth);
}

/** Weight of the lines taken back: how much evidence there is. */
function matchedWeight(match: Match): number {
  return match.removes + match.bringsBack;
}

function ratio(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, part / whole);
}

/** What any commit must reach to be told as undone. */
const THRESHOLD = 4;
/** What a commit whose subject says that it mended something must reach: half of a fix undone is worth a question. */
const FIX_THRESHOLD = 2.4;

export type Confidence = "high" | "medium" | "low";

/** Whether a score is told, and how sure it is; null below the threshold. */
export function confidenceOf(match: Match, score: number, fix: boolean): Confidence | null {
  if (score < (fix ? FIX_THRESHOLD : THRESHOLD)) return null;
  if (score < THRESHOLD) return "low";
  const strong = score >= 6.5 && matchedWeight(match) >= 1.5 && coverageOf(match) >= 0.5;
  return strong ? "high" : "medium";
}
