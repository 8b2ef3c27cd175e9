/**
 * How long does the review of a pull request take, beside reading what its files went through?
 *
 *   npx tsx bench/review/run.ts --repo GITDIR [--pairs N] [--cli FILE] COMMIT...
 *
 * Whole processes in turn, nothing remembered: the review of each commit against its first parent, and
 * `git log -p` of the files that it touches over the six months before it. Ratios are medians of the
 * ratios within a turn. docs/performance.md explains the figures.
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { buildCli } from "../lib/build-cli.js";
import type { Command } from "../lib/command.js";
import { peakMemory } from "../lib/memory.js";
import { ratios, spread } from "../lib/statistics.js";
import { table } from "../lib/table.js";
import { takeTurns } from "../lib/time.js";

const { values, positionals } = parseArgs({
  options: {
    repo: { type: "string", default: "." },
    pairs: { type: "string", default: "5" },
    cli: { type: "string" },
  },
  allowPositionals: true,
});
const { repo } = values;
const pairs = Number(values.pairs);
const cli = values.cli ?? buildCli();

for (const commit of positionals) await compare(review(commit), log(commit), commit);

async function compare(ours: Command, theirs: Command, commit: string): Promise<void> {
  takeTurns([ours, theirs], 1);
  const [mine = [], other = []] = takeTurns([ours, theirs], pairs);
  const row = (what: string, key: "wall" | "cpu") => {
    const [left, right] = [mine.map((reading) => reading[key]), other.map((reading) => reading[key])];
    return [what, spread(left, 2), spread(right, 2), spread(ratios(left, right), 2)];
  };
  console.log(git("log", "-1", "--format=%h %s", commit));
  console.log(table([["", ours.name, theirs.name, "ratio"], row("wall (s)", "wall"), row("CPU (s)", "cpu")]));
  const memory = await peakMemory(ours);
  console.log(memory === null ? "" : `largest process: ${memory.largest.toFixed(0)} MiB\n`);
}

function review(commit: string): Command {
  const words = [cli, "review", "--repo", repo, "--base", `${commit}^`, "--head", commit, "--format", "json"];
  return { name: "review", program: process.execPath, words, environment: { VOLTEFACE_NO_CACHE: "1" } };
}

function log(commit: string): Command {
  const files = git("diff", "--name-only", `${commit}^`, commit).split("\n");
  const since = new Date(git("log", "-1", "--format=%cI", commit));
  since.setUTCMonth(since.getUTCMonth() - 6);
  const words = ["-C", repo, "log", "-p", `--since=${since.toISOString()}`, commit, "--", ...files];
  return { name: "git log -p", program: "git", words };
}

function git(...words: string[]): string {
  return execFileSync("git", ["-C", repo, ...words], { encoding: "utf8" }).trim();
}
