import type { History } from "./history.js";
import { shuffled } from "./random.js";

/** Words of those who undo or restore on purpose. */
const UNDOING =
  /\b(?:revert(?:s|ed|ing)?|roll(?:s|ed|ing)? ?back|undo(?:es|ne)?|back(?:s|ed|ing)? ?out|re-?land|re-?apply|restor(?:e|es|ed|ing))\b|回退|撤销|还原|回滚|恢复/i;

/** Commits of the main branch that change something that counts and do not speak of undoing. */
export function ordinaryCommits({ graph, index, onMain }: History): number[] {
  return [...graph.records.entries()]
    .filter(([number, { parents, subject, body }]) => {
      return (
        onMain[number] === 1 &&
        parents.length === 1 &&
        index.worthOfCommit(number) > 0 &&
        !UNDOING.test(`${subject}\n${body}`)
      );
    })
    .map(([number]) => number);
}

export function sampleOrdinary(history: History, size: number, random: () => number): number[] {
  return shuffled(ordinaryCommits(history), random).slice(0, size);
}
