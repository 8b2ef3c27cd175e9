/** Work that comes by chance at a steady rate to equal slots, first come first served. */
export interface Steady {
  readonly perSecond: number;
  /** How long one takes, on average, and how unequal they are (deviation over mean). */
  readonly serviceSeconds: number;
  readonly variation: number;
  readonly slots: number;
}

/** The share of the time in which a slot is busy; from 1 on the queue only grows. */
export function utilisation({ perSecond, serviceSeconds, slots }: Steady): number {
  return (perSecond * serviceSeconds) / slots;
}

/** The average wait in seconds, by Erlang's formula C, with Allen's and Cunneen's correction for times that are not equal. */
export function expectedWait(steady: Steady): number {
  const used = utilisation(steady);
  if (used >= 1) return Number.POSITIVE_INFINITY;
  const { serviceSeconds, slots, variation } = steady;
  const exponential = (mustWait(used * slots, slots) * serviceSeconds) / (slots * (1 - used));
  return (exponential * (1 + variation ** 2)) / 2;
}

/** The chance that no slot is free, from Erlang's formula B by its recurrence. */
function mustWait(offered: number, slots: number): number {
  let blocked = 1;
  for (let count = 1; count <= slots; count += 1) blocked = (offered * blocked) / (count + offered * blocked);
  return blocked / (1 - (offered / slots) * (1 - blocked));
}
