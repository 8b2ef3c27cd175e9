/**
 * What does the App bear? Deliveries as fast as one process takes them, and the jobs that follow.
 *
 *   npx tsx bench/app/run.ts [--workers 0] [--concurrency 2] [--pulls 200] [--repositories 20]
 *                            [--waves 2] [--at-once 8] [--minutes 30] [--cli FILE]
 *
 * Real processes of the App, real git, and a GitHub of our own, all on loopback. A wave is five
 * deliveries for each pull request (pushes, opened, synchronize, edited), signed by GitHub and sent on as
 * fast as they are answered; then the jobs may end. 0 workers is one process on the embedded database;
 * more are as many processes beside one that takes deliveries, on PostgreSQL. The exit code is 1 when a
 * pull request has not exactly the check and the comment that it should have. A time of an answer is taken by the
 * sender, a process of its own, and holds how late that process itself was; the App's own count of answers within
 * 100 ms does not, nor what the connection waited for. docs/scaling.md uses the figures.
 */
import { availableParallelism, loadavg } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildCli } from "../lib/build-cli.js";
import { percentile } from "../lib/statistics.js";
import { table } from "../lib/table.js";
import { Crowd } from "./crowd.js";
import { deliver } from "./deliver.js";
import { isReviewed, judge } from "./judge.js";
import type { Letter } from "./letter.js";
import { difference, questionsOf } from "./requests.js";
import type { Tour } from "./sender.js";
import { Servers } from "./servers.js";

const { values } = parseArgs({
  options: {
    workers: { type: "string", default: "0" },
    concurrency: { type: "string", default: "2" },
    pulls: { type: "string", default: "200" },
    repositories: { type: "string", default: "20" },
    waves: { type: "string", default: "2" },
    "at-once": { type: "string", default: "8" },
    minutes: { type: "string", default: "30" },
    cli: { type: "string" },
  },
});
const [workers, concurrency, pulls] = [Number(values.workers), Number(values.concurrency), Number(values.pulls)];
/** A wave may take so long, in milliseconds. */
const patience = Number(values.minutes) * 60_000;
/** Nothing has ended for so long: nothing is left. Milliseconds; a worker asks twice a second. */
const QUIET = 3_000;

const cli = values.cli ?? buildCli();
const crowd = await Crowd.gather(Number(values.repositories));
const servers = await Servers.start(cli, crowd.github, { workers, concurrency });
const rows = [["", "before"]];
try {
  await quiet();
  const idle = ["memory of each process (MiB)", memory()];
  const columns: [string, string][][] = [];
  for (let wave = 1; wave <= Number(values.waves); wave += 1) {
    const letters = await (wave === 1 ? crowd.open(pulls) : crowd.goOn());
    columns.push(await ride(letters));
  }
  rows.splice(0, 1, ["", "before", ...columns.map((_, index) => `wave ${index + 1}`)]);
  for (const [index, [name]] of (columns[0] ?? []).entries()) {
    const before = name === idle[0] ? (idle[1] ?? "") : "";
    rows.push([name, before, ...columns.map((column) => column[index]?.[1] ?? "")]);
  }
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(`load of the machine: ${load.join(", ")} on ${availableParallelism()} cores`);
  console.log(
    `${workers === 0 ? "embedded" : `PostgreSQL, ${workers} workers`}, ${concurrency} jobs at once in each\n`,
  );
  console.log(table(rows));
} finally {
  await servers.stop();
  await crowd.disperse();
}

/** Sends a wave and waits for what comes of it. */
async function ride(letters: readonly Letter[]): Promise<[string, string][]> {
  const [asked, ended, before] = [questionsOf(crowd.github), servers.jobs.length, servers.cpu];
  const answered = await servers.answered();
  const from = performance.now();
  const tour = await deliver({ address: servers.webhook, letters, atOnce: Number(values["at-once"]) });
  const [taken, taking] = [(performance.now() - from) / 1000, servers.cpu];
  const { all, inTime } = await servers.answered();
  while (!crowd.members.every(isReviewed)) {
    if (performance.now() - from > patience) break;
    await wait(100);
  }
  const reviewed = (performance.now() - from) / 1000;
  await quiet();
  const jobs = servers.jobs.slice(ended);
  const reviews = jobs.filter(({ job, outcome }) => job === "review" && outcome === "done");
  const outcome = judge(crowd);
  const { commented, ...wrong } = outcome;
  if (Object.values(wrong).some((count) => count > 0)) process.exitCode = 1;
  const { reads, writes, tokens, git } = difference(questionsOf(crowd.github), asked);
  const after = servers.cpu;
  const own = after.own.reduce((sum, each, index) => sum + each - (before.own[index] ?? 0), 0);
  const cpu = [(own + after.children - before.children) / reviews.length, own / reviews.length];
  const times = reviews.map(({ milliseconds }) => milliseconds);
  return [
    ...acknowledgement(tour, taken),
    ["within 100 ms by the App's own clock", `${inTime - answered.inTime} of ${all - answered.all}`],
    ["CPU of the receiving process for one delivery (ms)", perDelivery(before.own, taking.own, letters.length)],
    ["reviews done", String(reviews.length)],
    ["all reviewed after (s)", reviewed.toFixed(1)],
    ["reviews/s", (reviews.length / reviewed).toFixed(2)],
    ["CPU for one review, of it in the App's processes (s)", cpu.map((each) => each.toFixed(2)).join(", ")],
    ["one review, median / p90 / p99 (ms)", [50, 90, 99].map((each) => percentile(times, each)).join(" / ")],
    ["other jobs", tally(jobs.map((one) => `${one.job} ${one.outcome}`).filter((one) => one !== "review done"))],
    ["requests: read / write / token / git", [reads, writes, tokens, git].join(" / ")],
    ["without the expected check / comment", `${wrong.unreviewed} / ${wrong.unsaid}`],
    [
      "with a needless comment / two comments / two checks",
      `${wrong.needless} / ${wrong.doubled} / ${wrong.doubledChecks}`,
    ],
    ["with a comment, as expected", `${commented} of ${crowd.members.filter(({ takesBack }) => takesBack).length}`],
    ["memory of each process (MiB)", memory()],
  ];
}

function acknowledgement({ receipts, lag }: Tour, seconds: number): [string, string][] {
  const times = receipts.map(({ milliseconds }) => milliseconds);
  const [median = 0, p99 = 0, longest = 0] = [50, 99, 100].map((each) => percentile(times, each));
  return [
    [
      "deliveries, and those not taken",
      `${receipts.length}, ${receipts.filter(({ status }) => status !== 200).length}`,
    ],
    ["deliveries/s", (receipts.length / seconds).toFixed(0)],
    ["answered after, median / p99 / longest (ms)", [median, p99, longest].map((each) => each.toFixed(1)).join(" / ")],
    ["of it the sender's own lag, p99 (ms)", lag.toFixed(1)],
  ];
}

/** While jobs run beside, their share is in it. */
function perDelivery([before = 0]: readonly number[], [after = 0]: readonly number[], count: number): string {
  return (((after - before) * 1000) / count).toFixed(1);
}

/** Waits until jobs have stopped ending. */
async function quiet(): Promise<void> {
  let [seen, since] = [-1, Date.now()];
  const end = Date.now() + patience;
  while (Date.now() - since < QUIET && Date.now() < end) {
    if (servers.jobs.length !== seen || servers.running > 0) since = Date.now();
    seen = servers.jobs.length;
    await wait(100);
  }
}

function memory(): string {
  return servers.memory.map((each) => each.toFixed(0)).join(" + ");
}

function tally(words: readonly string[]): string {
  const kinds = [...new Set(words)].sort();
  return kinds.map((kind) => `${kind} ${words.filter((word) => word === kind).length}`).join(", ");
}
