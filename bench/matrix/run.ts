/**
 * How long does the whole matrix take, beside the text search that it replaces?
 *
 *   npx tsx bench/matrix/run.ts --repo GITDIR [--subject kube-ovn|kubevirt] [--pairs N] [--cli FILE] [REF...]
 *
 * Whole processes, in turn: the matrix of all refs (all branches without any) and `git grep` of the
 * subject's words on the same refs; the matrix with nothing remembered and with everything; few refs
 * and many. Ratios are medians of the ratios within a turn. docs/performance.md explains the figures.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildCli } from "../lib/build-cli.js";
import type { Command } from "../lib/command.js";
import { peakMemory } from "../lib/memory.js";
import { ratios, spread } from "../lib/statistics.js";
import { table } from "../lib/table.js";
import { type Reading, takeTurns } from "../lib/time.js";
import { countBlobs } from "./count-blobs.js";
import { subjects } from "./subjects.js";

const { values, positionals } = parseArgs({
  options: {
    repo: { type: "string", default: "." },
    subject: { type: "string", default: "kube-ovn" },
    pairs: { type: "string", default: "5" },
    cli: { type: "string" },
  },
  allowPositionals: true,
});
const { repo } = values;
const subject = subjects[values.subject];
if (subject === undefined)
  throw new Error(`there is no subject ${values.subject}: ${Object.keys(subjects).join(", ")}`);
const pairs = Number(values.pairs);
const refs = positionals.length > 0 ? positionals : git("for-each-ref", "--format=%(refname:short)", "refs/heads");
const cli = values.cli ?? buildCli();
const memories = mkdtempSync(join(tmpdir(), "volteface-bench-cache-"));
process.on("exit", () => rmSync(memories, { recursive: true, force: true }));

const cold: Readonly<Record<string, string>> = { VOLTEFACE_NO_CACHE: "1" };
const warm: Readonly<Record<string, string>> = { VOLTEFACE_NO_CACHE: "", VOLTEFACE_CACHE_DIR: memories };
const grep: Command = {
  name: "git grep",
  program: "git",
  words: ["-C", repo, "grep", "-n", "-E", subject.words, ...refs, "--", ...subject.paths],
};

console.log(`${refs.length} refs, ${await countBlobs(repo, refs, subject.rules)} distinct blobs\n`);
await compare(matrix("matrix, nothing remembered", refs, cold), grep);
await compare(matrix("matrix, all remembered", refs, warm), matrix("matrix, nothing remembered", refs, cold));
await scale();

/** One command beside another: times, ratios, memory. */
async function compare(ours: Command, theirs: Command): Promise<void> {
  takeTurns([ours, theirs], 1);
  const [one = [], other = []] = takeTurns([ours, theirs], pairs);
  const [memory, otherMemory] = [await peakMemory(ours), await peakMemory(theirs)];
  const row = (what: string, figureOf: (reading: Reading) => number) => [
    what,
    spread(one.map(figureOf), 2),
    spread(other.map(figureOf), 2),
    spread(ratios(one.map(figureOf), other.map(figureOf)), 2),
  ];
  const rows = [
    ["", ours.name, theirs.name, "ratio"],
    row("wall (s)", ({ wall }) => wall),
    row("CPU (s)", ({ cpu }) => cpu),
  ];
  if (memory !== null && otherMemory !== null) {
    const mebibytes = (each: typeof memory) => `${each.largest.toFixed(0)} (${each.process})`;
    rows.push(["largest process (MiB)", mebibytes(memory), mebibytes(otherMemory)]);
    rows.push(["all processes (MiB)", memory.together.toFixed(0), otherMemory.together.toFixed(0)]);
  }
  console.log(`${table(rows)}\n`);
}

/** Few refs and many; and as many refs, all of which are nearly alike. */
async function scale(): Promise<void> {
  const alike = git("rev-list", "--first-parent", `--max-count=${refs.length}`, refs[0] ?? "HEAD");
  const sets: [string, string[]][] = [1, 8, refs.length].map((count) => [`${count} refs`, pick(count)]);
  sets.push([`${alike.length} commits in a row`, alike]);
  const commands = sets.map(([name, chosen]) => matrix(name, chosen, cold));
  const readings = takeTurns(commands, pairs);
  const rows = [["", "distinct blobs", "wall (s)", "CPU (s)"]];
  for (const [index, [name, chosen]] of sets.entries()) {
    const own = readings[index] ?? [];
    const blobs = await countBlobs(repo, chosen, subject?.rules ?? "");
    const [wall, cpu] = [own.map((reading) => reading.wall), own.map((reading) => reading.cpu)];
    rows.push([name, String(blobs), spread(wall, 2), spread(cpu, 2)]);
  }
  console.log(table(rows));
}

function matrix(name: string, of: readonly string[], environment: Readonly<Record<string, string>>): Command {
  const words = [cli, "matrix", "--repo", repo, "--rules", subject?.rules ?? "", "--format", "json", ...of];
  return { name, program: process.execPath, words, environment };
}

/** So many refs, spread over all. */
function pick(count: number): string[] {
  return Array.from({ length: count }, (_, index) => refs[Math.floor((index * refs.length) / count)] ?? "");
}

function git(...words: string[]): string[] {
  return execFileSync("git", ["-C", repo, ...words], { encoding: "utf8" })
    .split("\n")
    .filter(Boolean);
}
