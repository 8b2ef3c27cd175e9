import type { Policy } from "../../history/index.js";

/** What a new settings file is fitted to. */
export interface Surveyed {
  readonly packs: readonly { readonly id: string; readonly title: string; readonly general: boolean }[];
  /** The newest first; days as `2026-03-31`, "" where unknown. */
  readonly branches: readonly { readonly name: string; readonly lastCommit: string }[];
  readonly lastCommit: string;
  /** The modes that rules have by themselves. */
  readonly rules: readonly { readonly id: string; readonly mode: string }[];
}

/** A branch without a commit for this long probably gets nothing any more. */
const SILENT_DAYS = 365;
const DAY = 24 * 60 * 60 * 1000;

/** A guess, for maintainers to correct: the day of the default branch's last commit stands for today. */
export function guessPolicy(lastCommit: string, today: string): Policy {
  const age = (Date.parse(today) - Date.parse(lastCommit)) / DAY;
  return age > SILENT_DAYS ? "end-of-life" : "maintained";
}
