import type { PlayedOn, PlayedScenario } from "../../behavior/index.js";

/** Refs on which a story goes the same way, drawn as one column. */
export interface PlayedGroup {
  readonly refs: readonly string[];
  readonly lead: PlayedOn;
}

/** Groups refs in the order in which they were asked for; refs without the behavior have no story. */
export function groupPlayed({ on }: PlayedScenario): PlayedGroup[] {
  const groups = new Map<string, { refs: string[]; lead: PlayedOn }>();
  for (const played of on) {
    if (!isTold(played)) continue;
    const { status, states, calls, skipped } = played;
    const key = JSON.stringify([status, states.map((state) => Object.entries(state).sort()), calls, skipped]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { refs: [played.ref], lead: played });
    else group.refs.push(played.ref);
  }
  return [...groups.values()];
}

/** Something happens there, or might, were it readable. */
export function isTold({ applies, status }: PlayedOn): boolean {
  return applies || status !== "ok";
}
