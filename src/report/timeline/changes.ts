import { NOTHING } from "../../behavior/index.js";
import type { EventChange } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import { type Item, item } from "../outline.js";
import { cut } from "../refer.js";

/** Conditions longer than this, before and after together, stand below and not within a sentence. */
const SHORT = 100;
/** Conditions longer than this are cut. */
const LONG = 140;

/** The changes of an event; the same change at several places is told once. */
export function changeItems(changes: readonly EventChange[], messages: Messages): Item[] {
  return groupChanges(changes).map((group) => changeItem(group, messages));
}

/** Whether an event shows less of a condition than there is. */
export function isShortened({ kind, before, after }: EventChange): boolean {
  return kind === "guards" && isLong({ before, after }) && Math.max(before.length, after.length) > LONG;
}

function changeItem([first, ...more]: Group, { timeline: say }: Messages): Item {
  const { kind, before, after } = first;
  const places = say.places([first, ...more].map(({ stage, operation }) => say.place(stage, operation)));
  if (kind !== "guards" || !isLong(first))
    return item(say.change(places, listText(before), listText(after), say.kinds[kind]));
  const from = beginOfDifference(before, after);
  return item(say.conditions(places), [
    ...(before === NOTHING ? [] : [item(say.gone(window(before, from)), [], "removed")]),
    ...(after === NOTHING ? [] : [item(say.new(window(after, from)), [], "added")]),
  ]);
}

/** What two cut texts have in common at their beginning must not hide in what they differ. */
function beginOfDifference(before: string, after: string): number {
  let common = 0;
  while (common < before.length && before[common] === after[common]) common += 1;
  return common < LONG / 2 ? 0 : common - LONG / 4;
}

function window(text: string, from: number): string {
  return from === 0 ? cut(text, LONG) : `…${cut(text.slice(from), LONG)}`;
}

function isLong({ before, after }: Pick<EventChange, "before" | "after">): boolean {
  return before.length + after.length > SHORT;
}

/** A list in brackets: its arrows must not be taken for those between before and after. */
export function listText(value: string): string {
  return value.includes(" → ") ? `[${value}]` : value;
}

type Group = readonly [EventChange, ...EventChange[]];

/** In the order of their first places. */
function groupChanges(changes: readonly EventChange[]): Group[] {
  const groups = new Map<string, Group>();
  for (const change of changes) {
    const key = JSON.stringify([change.kind, change.before, change.after]);
    const group = groups.get(key);
    groups.set(key, group === undefined ? [change] : [...group, change]);
  }
  return [...groups.values()];
}
