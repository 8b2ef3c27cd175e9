/**
 * How long does a history of behavior take, beside the history of the functions it comes from?
 *
 *   npx tsx bench/timeline/run.ts --repo GITDIR [--rules ID|FILE] [--pairs N] [--cli FILE] [--changes N]
 *
 * Whole processes, in turn:
 *  - the timeline of the default branch, and `git log -L :FUNCTION:FILE` once for each function that
 *    its behavior comes from today; then the same for all release branches;
 *  - the timelines of all release branches, and that of one;
 *  - `undoes` of commits, nothing remembered, and the index of all lines of the default branch.
 * Ratios are medians of the ratios within a turn. docs/performance.md explains the figures.
 */
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildCli } from "../lib/build-cli.js";
import type { Command } from "../lib/command.js";
import { peakMemory } from "../lib/memory.js";
import { ratios, spread } from "../lib/statistics.js";
import { table } from "../lib/table.js";
import { takeTurns } from "../lib/time.js";
import { type WatchedFunction, watchedFunctions } from "./watched-functions.js";

const { values } = parseArgs({
  options: {
    repo: { type: "string", default: "." },
    rules: { type: "string", default: "kube-ovn/live-migration" },
    pairs: { type: "string", default: "5" },
    changes: { type: "string", default: "5" },
    cli: { type: "string" },
  },
});
const { repo, rules } = values;
const pairs = Number(values.pairs);
const cli = values.cli ?? buildCli();
const environment = { VOLTEFACE_NO_CACHE: "1" };

/** Commits asked about are so far apart on the default branch. */
const APART = 40;

const watched = watchedFunctions(cli, repo, rules);
const [main = "HEAD"] = watched.map(({ ref }) => ref);
const ofMain = watched.filter(({ ref }) => ref === main);
const one = ours(`timeline of ${main}`, "timeline", "--no-proposals");
const all = ours("timelines of all release branches", "timeline", "--no-proposals", "--all-branches");
console.log(`${ofMain.length} functions on ${main}, ${watched.length} on all branches that have the behavior\n`);
await compare(one, followed("git log -L, each function", ofMain));
await compare(all, followed("git log -L, each function of each branch", watched));
await compare(all, one);
await compareUndoes();

async function compareUndoes(): Promise<void> {
  const line = git("rev-list", "--first-parent", "--no-merges", main).filter((_, at) => at % APART === 0);
  const asked = line.slice(0, Number(values.changes));
  for (const commit of asked)
    await compare(ours(`undoes ${commit.slice(0, 10)}`, "undoes", commit), lineIndex(git("rev-parse", main)[0] ?? ""));
}

/** One command beside another: times, ratios, memory. */
async function compare(first: Command, second: Command): Promise<void> {
  takeTurns([first, second], 1);
  const [mine = [], theirs = []] = takeTurns([first, second], pairs);
  const [memory, otherMemory] = [await peakMemory(first), await peakMemory(second)];
  const row = (what: string, key: "wall" | "cpu") => {
    const [left, right] = [mine.map((reading) => reading[key]), theirs.map((reading) => reading[key])];
    return [what, spread(left, 2), spread(right, 2), spread(ratios(left, right), 2)];
  };
  const rows = [["", first.name, second.name, "ratio"], row("wall (s)", "wall"), row("CPU (s)", "cpu")];
  if (memory !== null && otherMemory !== null) {
    const mebibytes = (each: typeof memory) => `${each.largest.toFixed(0)} (${each.process})`;
    rows.push(["largest process (MiB)", mebibytes(memory), mebibytes(otherMemory)]);
  }
  console.log(`${table(rows)}\n`);
}

function ours(name: string, ...words: string[]): Command {
  const all = [cli, ...words, "--repo", repo, "--rules", rules, "--format", "json"];
  return { name, program: process.execPath, words: all, environment };
}

/** git's history of each function, one after the other; a function that git does not find ends at once and counts as nothing. */
function followed(name: string, functions: readonly WatchedFunction[]): Command {
  const script = `repo=$1; shift; while [ $# -gt 0 ]; do git -C "$repo" log -L ":$2:$3" "$1" 2>/dev/null; shift 3; done; true`;
  const words = functions.flatMap(({ ref, name: watchedName, file }) => [ref, watchedName, file]);
  return { name, program: "bash", words: ["-c", script, "bash", repo, ...words] };
}

/** The index of all lines of a history, in a process of its own. */
function lineIndex(tip: string): Command {
  const module = (path: string) => pathToFileURL(join(dirname(dirname(cli)), path)).href;
  const script = `
    const { openRepository } = await import(${JSON.stringify(module("git/index.js"))});
    const { LineHistory } = await import(${JSON.stringify(module("history/lines/line-history.js"))});
    const repository = await openRepository(${JSON.stringify(repo)});
    await LineHistory.open(repository, [${JSON.stringify(tip)}]);
    await repository.close();`;
  return { name: "index of all lines", program: process.execPath, words: ["--input-type=module", "-e", script] };
}

function git(...words: string[]): string[] {
  return execFileSync("git", ["-C", repo, ...words], { encoding: "utf8", maxBuffer: 1 << 30 })
    .split("\n")
    .filter(Boolean);
}
