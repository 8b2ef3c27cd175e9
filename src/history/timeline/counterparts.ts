import { readDeclaration } from "../lines/declared.js";
import type { Step } from "./changes.js";
import type { FoundEvent } from "./find-events.js";

/** `(cherry picked from commit …)`: https://git-scm.com/docs/git-cherry-pick */
const PICKED = /cherry[- ]picked from commit ([0-9a-f]{7,64})/gi;

/** How well an event of another branch answers to one of this branch. */
type Likeness = 0 | 1 | 2 | 3;

/**
 * The event of a branch that brought what another branch's event did: named by
 * a trailer or a number, or changing the same things in the same way. The
 * earliest of the best.
 */
export function counterpartOf(event: FoundEvent, branch: readonly FoundEvent[]): FoundEvent | null {
  let best: { event: FoundEvent; likeness: Likeness } | null = null;
  for (const candidate of branch) {
    const likeness = likenessOf(event, candidate);
    if (likeness > (best?.likeness ?? 0)) best = { event: candidate, likeness };
  }
  return best?.event ?? null;
}

function likenessOf(event: FoundEvent, candidate: FoundEvent): Likeness {
  if (event.record.commit === candidate.record.commit || isPickOf(candidate, event) || isPickOf(event, candidate))
    return 3;
  // A number names a counterpart only where the two did something to the same things.
  if (event.numbers.some((number) => candidate.numbers.includes(number)) && share(event, candidate) > 0) return 2;
  // A declared revert says what it is; that another change has the same outcome does not make it that change.
  if ((readDeclaration(candidate.record) === null) !== (readDeclaration(event.record) === null)) return 0;
  return share(event, candidate) >= SAME ? 1 : 0;
}

/** How a branch's event names the one it answers to. */
export function namesOf(event: FoundEvent, counterpart: FoundEvent): ("trailer" | "number")[] {
  const names: ("trailer" | "number")[] = [];
  if (isPickOf(counterpart, event) || isPickOf(event, counterpart)) names.push("trailer");
  if (event.numbers.some((number) => counterpart.numbers.includes(number))) names.push("number");
  return names;
}

/** From this share of steps on, two events are the same change, also without a word of each other. */
const SAME = 0.5;

function isPickOf(pick: FoundEvent, original: FoundEvent): boolean {
  return [...pick.record.body.matchAll(PICKED)].some(
    ([, id]) => id !== undefined && original.record.commit.startsWith(id.toLowerCase()),
  );
}

/** The share of an event's steps that the candidate takes, too. */
function share(event: FoundEvent, candidate: FoundEvent): number {
  const taken = new Set(candidate.steps.map(textOf));
  return event.steps.filter((step) => taken.has(textOf(step))).length / Math.max(event.steps.length, 1);
}

function textOf({ facet, before, after }: Step): string {
  return [facet, before, after].join("\n");
}
