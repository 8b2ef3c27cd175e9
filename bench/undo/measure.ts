import type { Patch } from "../../src/git/patches.js";
import { changeOf } from "../../src/history/lines/change.js";
import { siblingsOf } from "../../src/history/lines/lift.js";
import { findUndone } from "../../src/history/lines/undone.js";
import type { History } from "./history.js";
import { inversePatchId, type Method, removedLineOfAny, removedLineOfFix } from "./rivals.js";
import { Tally } from "./tally.js";

/** A question with its truth: the commits that are undone, none for an ordinary commit. */
export interface Case {
  readonly commit: number;
  readonly patch: Patch;
  readonly truth: readonly number[];
}

export interface Outcome {
  readonly ours: Tally;
  readonly rivals: ReadonlyMap<string, Tally>;
  /** Milliseconds of each of our queries. */
  readonly times: readonly number[];
}

const RIVALS: readonly (readonly [name: string, method: Method])[] = [
  ["inverse patch-id", inversePatchId],
  ["removed line = line of a fix", removedLineOfFix],
  ["removed line = line of any commit", removedLineOfAny],
];

/** Asks our detector and its rivals, with the messages of the change hidden. */
export function measure(history: History, cases: readonly Case[]): Outcome {
  const { graph, index } = history;
  const ours = new Tally();
  const rivals = new Map(RIVALS.map(([name]) => [name, new Tally()]));
  const times: number[] = [];
  for (const { commit, patch, truth } of cases) {
    const before = graph.reachable(graph.parents(commit));
    const excluded = siblingsOf(graph, commit);
    const started = performance.now();
    const all = findUndone(graph, index, { change: changeOf(patch), before, excluded }, { all: true });
    times.push(performance.now() - started);
    const told = findUndone(graph, index, { change: changeOf(patch), before, excluded });
    const ids = new Set(truth.map((each) => graph.id(each)));
    const right = told.filter((each) => [each.commit, ...each.alsoCommits].some((id) => ids.has(id)));
    ours.note({
      first: ids.has(all[0]?.commit ?? ""),
      told: right.length > 0,
      high: right.some(({ confidence }) => confidence === "high"),
      alarm: told.length > 0,
      highAlarm: told.some(({ confidence }) => confidence === "high"),
      fixAlarm: told.some(({ fix }) => fix),
    });
    for (const [name, method] of RIVALS) {
      const found = method(history, patch, before, excluded);
      const set = new Set(truth);
      rivals
        .get(name)
        ?.note({ first: set.has(found[0] ?? -1), told: found.some((each) => set.has(each)), alarm: found.length > 0 });
    }
  }
  return { ours, rivals, times };
}
