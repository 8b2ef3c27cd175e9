/**
 * How well content alone finds undone commits.
 *
 *     npx tsx bench/undo/run.ts GIT-DIRECTORY …
 *
 * Truth: commits that say "This reverts commit …" (messages hidden from the detector),
 * and fixes mixed in reverse into ordinary commits, whole and half. Negatives: 500 ordinary
 * commits. The weights and thresholds were tuned on kube-ovn and kueue; other repositories are held out.
 */
import { argv, stderr, stdout } from "node:process";
import { type History, isTunedOn, openHistory, patchesOf } from "./history.js";
import { type Case, measure, type Outcome } from "./measure.js";
import { mixSilentUndos } from "./mixed.js";
import { sampleOrdinary } from "./ordinary.js";
import { seeded } from "./random.js";
import { findReverts } from "./reverts.js";
import { Tally, table } from "./tally.js";

const SEED = 20_261_123;
const ORDINARY = 500;
const SILENT = 200;
const KINDS = ["full reverts", "silent, whole fix", "silent, half a fix", "ordinary", "partial reverts"] as const;
type Kind = (typeof KINDS)[number];
type Outcomes = Record<Kind, Outcome>;

const heldOut: Outcomes[] = [];
for (const directory of argv.slice(2)) {
  const history = await openHistory(directory);
  const outcomes = await measureHistory(history);
  const tuned = isTunedOn(history.name);
  if (!tuned) heldOut.push(outcomes);
  stdout.write(`\n## ${history.name} (${tuned ? "tuned on" : "held out"})\n\n${report(outcomes)}\n`);
}
if (heldOut.length > 1) stdout.write(`\n## All held out\n\n${report(pooled(heldOut))}\n`);

async function measureHistory(history: History): Promise<Outcomes> {
  const { reverts, absent, samePullRequest } = await findReverts(history);
  const ordinary = sampleOrdinary(history, ORDINARY, seeded(SEED));
  const { whole, half } = await mixSilentUndos(history, ordinary, SILENT, seeded(SEED + 1));
  stderr.write(
    `${history.name}: ${reverts.length} reverts; left out: ${absent} of absent commits, ${samePullRequest} within a pull request\n`,
  );
  const patches = await patchesOf(history, [...ordinary, ...reverts.map(({ commit }) => commit)]);
  const cases = (commits: readonly { commit: number; truth: readonly number[] }[]): Case[] =>
    commits.flatMap(({ commit, truth }) => {
      const patch = patches.get(commit);
      return patch === undefined ? [] : [{ commit, truth, patch }];
    });
  const declared = (full: boolean) =>
    cases(reverts.filter((each) => each.full === full).map(({ commit, originals }) => ({ commit, truth: originals })));
  return {
    "full reverts": measure(history, declared(true)),
    "silent, whole fix": measure(
      history,
      whole.map(({ commit, fix, patch }) => ({ commit, patch, truth: [fix] })),
    ),
    "silent, half a fix": measure(
      history,
      half.map(({ commit, fix, patch }) => ({ commit, patch, truth: [fix] })),
    ),
    ordinary: measure(history, cases(ordinary.map((commit) => ({ commit, truth: [] })))),
    "partial reverts": measure(history, declared(false)),
  };
}

function report(outcomes: Outcomes): string {
  const rows = [["method", ...KINDS.map((kind) => `${kind} (${outcomes[kind].ours.cases})`)]];
  const row = (name: string, fact: (kind: Kind) => string) => rows.push([name, ...KINDS.map(fact)]);
  const unless = (kind: Kind, value: string) => (kind === "ordinary" ? "" : value);
  row("ours: first of all candidates", (kind) => unless(kind, outcomes[kind].ours.share("first")));
  row("ours: told at the threshold", (kind) => outcomes[kind].ours.share(kind === "ordinary" ? "alarm" : "told"));
  row("ours: told with high confidence", (kind) =>
    outcomes[kind].ours.share(kind === "ordinary" ? "highAlarm" : "high"),
  );
  for (const name of outcomes.ordinary.rivals.keys()) {
    row(`${name}: first`, (kind) => unless(kind, outcomes[kind].rivals.get(name)?.share("first") ?? ""));
    row(
      `${name}: told`,
      (kind) => outcomes[kind].rivals.get(name)?.share(kind === "ordinary" ? "alarm" : "told") ?? "",
    );
  }
  const times = KINDS.flatMap((kind) => outcomes[kind].times).sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)} ms`;
  return `${table(rows)}\n\nA query: median ${at(0.5)}, 99 of 100 within ${at(0.99)}, longest ${at(1)}.`;
}

function pooled(all: readonly Outcomes[]): Outcomes {
  const pool = (kind: Kind): Outcome => {
    const ours = new Tally();
    const rivals = new Map<string, Tally>();
    for (const outcomes of all) {
      ours.add(outcomes[kind].ours);
      for (const [name, tally] of outcomes[kind].rivals) {
        const sum = rivals.get(name) ?? new Tally();
        sum.add(tally);
        rivals.set(name, sum);
      }
    }
    return { ours, rivals, times: all.flatMap((outcomes) => outcomes[kind].times) };
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, pool(kind)])) as Outcomes;
}
