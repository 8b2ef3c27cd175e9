/**
 * Does the model of docs/scaling.md hold when reviews come by chance and in storms? Event by event.
 *
 *   npx tsx bench/app/simulate.ts [--installations 10000] [--reviews-per-day 12] [--peak 3] [--cpu 1.3]
 *                                 [--waiting 2.5] [--variation 1] [--storms 12] [--storm-size 50]
 *                                 [--hours 8] [--seed 1]
 *
 * `cpu` is what a review computes and `waiting` what it waits for GitHub, in seconds; a slot is held for
 * both. For several numbers of slots it prints what the formula says and what came about, without and
 * with storms (pushes to a release branch of a repository with many open pull requests, in an hour). The
 * same arguments give the same output.
 */
import { parseArgs } from "node:util";
import { percentile } from "../lib/statistics.js";
import { table } from "../lib/table.js";
import { expectedWait, type Steady, utilisation } from "./queueing.js";
import { type Course, type Storms, simulate } from "./simulation.js";

const { values } = parseArgs({
  options: {
    installations: { type: "string", default: "10000" },
    "reviews-per-day": { type: "string", default: "12" },
    peak: { type: "string", default: "3" },
    cpu: { type: "string", default: "1.3" },
    waiting: { type: "string", default: "2.5" },
    variation: { type: "string", default: "1" },
    storms: { type: "string", default: "12" },
    "storm-size": { type: "string", default: "50" },
    hours: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
  },
});
const number = (name: keyof typeof values): number => Number(values[name]);
/** Slots, as multiples of those that are always busy. */
const SPARE = [1.05, 1.15, 1.3, 1.6, 2.5];

const serviceSeconds = number("cpu") + number("waiting");
const perSecond = (number("installations") * number("reviews-per-day") * number("peak")) / 86_400;
const storms: Storms = { perHour: number("storms"), size: number("storm-size") };
const calm: Storms = { perHour: 0, size: 0 };

console.log(`${perSecond.toFixed(2)} reviews/s, ${(perSecond * number("cpu")).toFixed(1)} cores busy\n`);
const rows = SPARE.map((spare) => Math.ceil(perSecond * serviceSeconds * spare)).map((slots) => {
  const steady: Steady = { perSecond, serviceSeconds, variation: number("variation"), slots };
  const run = (what: Storms) => simulate(steady, what, number("hours") * 3600, number("seed"));
  const [even, stormy] = [run(calm), run(storms)];
  return [
    String(slots),
    `${share(utilisation(steady))} / ${share(even.used)}`,
    `${expectedWait(steady).toFixed(2)} / ${mean(even.waits).toFixed(2)}`,
    spreadOf(even),
    share(stormy.used),
    spreadOf(stormy),
    share(stormy.merged / stormy.arrived),
  ];
});
const head = ["slots", "used: formula / seen", "mean wait (s): formula / seen", "p50 / p95 / p99 (s)"];
console.log(table([[...head, "with storms: used", "p50 / p95 / p99 (s)", "not made"], ...rows]));

function spreadOf({ waits }: Course): string {
  return [50, 95, 99].map((percent) => percentile(waits, percent).toFixed(1)).join(" / ");
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, each) => sum + each, 0) / all.length;
}

function share(part: number): string {
  return `${(100 * part).toFixed(part < 0.01 ? 2 : 0)} %`;
}
