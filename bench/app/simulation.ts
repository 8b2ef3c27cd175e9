import { seeded } from "../undo/random.js";
import type { Steady } from "./queueing.js";

/** Pushes to a release branch of a large repository: each asks for a review of all its open pull requests at once. */
export interface Storms {
  readonly perHour: number;
  readonly size: number;
}

export interface Course {
  /** Share of the time in which slots were busy. */
  readonly used: number;
  /** Seconds from asked for to begun, of each review that was begun. */
  readonly waits: readonly number[];
  readonly arrived: number;
  /** Reviews that were not made, since one of the same pull request waited already. */
  readonly merged: number;
}

/** Pull requests that are being worked on at the same time, for each review that comes in a second. */
const PULLS_PER_RATE = 600;

/** Lets so many seconds pass. Slots take what came first; the same seed gives the same course. */
export function simulate(steady: Steady, storms: Storms, seconds: number, seed: number): Course {
  const random = seeded(seed);
  const free = new Float64Array(steady.slots);
  const begins = new Map<number, number>();
  const waits: number[] = [];
  let [arrived, merged, worked] = [0, 0, 0];
  const ask = (now: number, pull: number) => {
    arrived += 1;
    if ((begins.get(pull) ?? 0) > now) {
      merged += 1;
      return;
    }
    const slot = free.indexOf(Math.min(...free));
    const begin = Math.max(now, free[slot] ?? 0);
    const service = serviceTime(steady, random);
    free[slot] = begin + service;
    begins.set(pull, begin);
    waits.push(begin - now);
    worked += Math.min(service, Math.max(0, seconds - begin));
  };
  const pulls = Math.ceil(steady.perSecond * PULLS_PER_RATE);
  const stormsPerSecond = storms.perHour / 3600;
  for (let now = 0, storm = between(stormsPerSecond, random); ; ) {
    now += between(steady.perSecond, random);
    for (; storm < Math.min(now, seconds); storm += between(stormsPerSecond, random)) {
      // Other pull requests than those of the crowd.
      for (let index = 1; index <= storms.size; index += 1) ask(storm, -index);
    }
    if (now >= seconds) break;
    ask(now, Math.floor(random() * pulls));
  }
  return { used: worked / (steady.slots * seconds), waits, arrived, merged };
}

/** Time until the next of events that come by chance. */
function between(perSecond: number, random: () => number): number {
  return perSecond === 0 ? Number.POSITIVE_INFINITY : -Math.log(1 - random()) / perSecond;
}

/** Log-normal: most take a little less than the average, a few much more. */
function serviceTime({ serviceSeconds, variation }: Steady, random: () => number): number {
  const spread = Math.log(1 + variation ** 2);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return serviceSeconds * Math.exp(Math.sqrt(spread) * normal - spread / 2);
}
