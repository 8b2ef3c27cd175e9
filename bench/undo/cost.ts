/**
 * What indexing and asking cost, beside git itself, in pairs (A B A B …).
 *
 *     npx tsx bench/undo/cost.ts GIT-DIRECTORY [PAIRS]
 *
 * Each reading is a process of its own; times leave out the start of Node. "git" is
 * `git log -p -U0` over the same commits and paths, thrown away.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { argv, execPath, resourceUsage, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { readCommitLog } from "../../src/git/commit-log.js";
import { openRepository } from "../../src/git/index.js";
import { buildLineIndex } from "../../src/history/lines/build-index.js";
import { CommitGraph } from "../../src/history/lines/commit-graph.js";
import { NOT_COMPARED } from "../../src/history/lines/file-class.js";
import { undoes } from "../../src/history/lines/undoes.js";
import { headsOf } from "./history.js";
import { table } from "./tally.js";

/** Milliseconds, and the largest memory of the process in MiB. */
interface Reading {
  readonly time: number;
  readonly memory: number;
}

/** Commits asked about: every 40th of the first-parent line, the newest first. */
const ASKED = 10;
const APART = 40;

const [directory = ".", mode = "7", ...rest] = argv.slice(2);
const gitDirectory = resolve(directory);
const tip = headsOf(gitDirectory)[0] ?? "";
if (mode === "index") await tell(index);
else if (mode === "ask") await tell(() => ask(rest[0] ?? ""));
else compare(Number(mode));

async function tell(work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  await work();
  const reading: Reading = { time: performance.now() - started, memory: resourceUsage().maxRSS / 1024 };
  stdout.write(JSON.stringify(reading));
}

async function index(): Promise<void> {
  const graph = new CommitGraph(await readCommitLog(gitDirectory, [tip]), [tip]);
  await buildLineIndex(gitDirectory, graph);
}

async function ask(commit: string): Promise<void> {
  const repository = await openRepository(gitDirectory);
  await undoes(repository, [commit], { main: tip });
  await repository.close();
}

function compare(pairs: number): void {
  const line = execFileSync("git", ["--git-dir", gitDirectory, "rev-list", "--first-parent", "--no-merges", tip], {
    encoding: "utf8",
  });
  const asked = line
    .split("\n")
    .filter((_, at) => at % APART === 0)
    .slice(0, ASKED);
  const readings = Array.from({ length: pairs }, () => ({
    git: gitLog(),
    index: inProcess("index"),
    asks: asked.map((commit) => inProcess("ask", commit)),
  }));
  const times = readings.flatMap(({ asks }) => asks.map(({ time }) => time));
  const ratios = readings.flatMap(({ asks, index: whole }) => asks.map(({ time }) => time / whole.time));
  const memory = (list: readonly Reading[]) => Math.max(...list.map((reading) => reading.memory)).toFixed(0);
  stdout.write(
    `${table([
      ["what", "median", "most"],
      [
        "git log -p -U0 (ms)",
        ...spread(
          readings.map(({ git }) => git),
          0,
        ),
      ],
      [
        "index (ms)",
        ...spread(
          readings.map((reading) => reading.index.time),
          0,
        ),
      ],
      [
        "index / git",
        ...spread(
          readings.map((reading) => reading.index.time / reading.git),
          2,
        ),
      ],
      ["index, memory (MiB)", "", memory(readings.map((reading) => reading.index))],
      [`one cold question, ${asked.length} commits (ms)`, ...spread(times, 0)],
      ["cold question / index", ...spread(ratios, 2)],
      ["cold question, memory (MiB)", "", memory(readings.flatMap(({ asks }) => asks))],
    ])}\n`,
  );
}

function gitLog(): number {
  const options = [
    "log",
    "-p",
    "-U0",
    "--no-merges",
    "--full-history",
    "--no-ext-diff",
    "--no-textconv",
    tip,
    "--",
    ".",
    ...NOT_COMPARED,
  ];
  const started = performance.now();
  const { status } = spawnSync("git", ["--git-dir", gitDirectory, ...options], {
    stdio: ["ignore", "ignore", "ignore"],
  });
  if (status !== 0) stdout.write("git log -p died on a missing blob; its time is too short\n");
  return performance.now() - started;
}

function inProcess(...words: string[]): Reading {
  const file = fileURLToPath(import.meta.url);
  return JSON.parse(
    execFileSync(execPath, ["--import", "tsx", file, gitDirectory, ...words], { encoding: "utf8" }),
  ) as Reading;
}

/** Median and maximum. */
function spread(values: readonly number[], digits: number): [string, string] {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return [median.toFixed(digits), (sorted.at(-1) ?? 0).toFixed(digits)];
}
