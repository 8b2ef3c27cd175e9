/**
 * Whether a cold question, which reads only the history of the change's files, gets
 * the answer that the index of the whole history gives.
 *
 *     npx tsx bench/undo/cold.ts GIT-DIRECTORY [ORDINARY]
 *
 * Asked about every declared full revert and some ordinary commits, messages hidden.
 */
import { argv, stdout } from "node:process";
import type { Undone } from "../../src/history/lines/answer.js";
import { changeOf } from "../../src/history/lines/change.js";
import { siblingsOf } from "../../src/history/lines/lift.js";
import { buildLimitedIndex } from "../../src/history/lines/limited-index.js";
import type { Question } from "../../src/history/lines/question.js";
import { findUndone } from "../../src/history/lines/undone.js";
import { type History, openHistory, patchesOf } from "./history.js";
import { sampleOrdinary } from "./ordinary.js";
import { seeded } from "./random.js";
import { findReverts } from "./reverts.js";
import { Tally, table } from "./tally.js";

const SEED = 20_261_123;

const [directory = ".", size = "100"] = argv.slice(2);
const history = await openHistory(directory);
const reverts = (await findReverts(history)).reverts.filter(({ full }) => full);
const ordinary = sampleOrdinary(history, Number(size), seeded(SEED));
const rows = [["asked about", "told whole", "told cold", "the same commits", "the same confidence"]];
rows.push(await compare("full reverts", new Map(reverts.map(({ commit, originals }) => [commit, originals]))));
rows.push(await compare("ordinary", new Map(ordinary.map((commit) => [commit, []]))));
stdout.write(`\n## ${history.name}\n\n${table(rows)}\n`);

async function compare(name: string, truths: ReadonlyMap<number, readonly number[]>): Promise<string[]> {
  const tally = new Tally();
  const patches = await patchesOf(history, truths.keys());
  for (const [commit, patch] of patches) {
    const question = questionOf(history, commit, patch);
    const whole = findUndone(history.graph, history.index, question);
    const limited = await buildLimitedIndex(history.gitDirectory, history.graph, question);
    const cold = findUndone(history.graph, limited.index, limited.question);
    const right = new Set((truths.get(commit) ?? []).map((each) => history.graph.id(each)));
    const told = (found: readonly Undone[]) =>
      right.size === 0 ? found.length > 0 : found.some((each) => right.has(each.commit));
    tally.note({
      whole: told(whole),
      cold: told(cold),
      same: outline(whole) === outline(cold),
      sure: outline(whole, true) === outline(cold, true),
    });
  }
  return [`${name} (${tally.cases})`, ...["whole", "cold", "same", "sure"].map((fact) => tally.share(fact))];
}

function questionOf({ graph }: History, commit: number, patch: Parameters<typeof changeOf>[0]): Question {
  return {
    change: changeOf(patch),
    before: graph.reachable(graph.parents(commit)),
    excluded: siblingsOf(graph, commit),
  };
}

function outline(undone: readonly Undone[], confidence = false): string {
  return undone
    .map((each) => `${each.commit} ${confidence ? each.confidence : ""}`)
    .toSorted()
    .join("\n");
}
