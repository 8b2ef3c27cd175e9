import { asksOf } from "../paths/asks.js";
import { keyName } from "./key-name.js";
import type { SummaryEffect } from "./summary.js";
import { valueKey } from "./value.js";

/**
 * What effects do to each key, comparable across refs. The order between keys is
 * no behavior, nor is that between effects of which only one happens.
 */
export function effectKey(effects: readonly SummaryEffect[]): string {
  const keys = new Map<string, Change[]>();
  for (const effect of effects) {
    const key = keyName(effect);
    const change = changeOf(effect);
    const before = keys.get(key);
    if (before === undefined) keys.set(key, [change]);
    else if (before.at(-1)?.text !== change.text) before.push(change);
  }
  return [...keys]
    .map(([key, changes]) => key + exclusiveSorted(changes).join(""))
    .sort()
    .join(", ");
}

interface Change {
  readonly text: string;
  readonly asks: ReadonlySet<string>;
}

function changeOf({ action, value, conditions, home }: SummaryEffect): Change {
  const text = action === "set" ? `=${value === null ? "" : valueKey(value, home.constantOf)}` : "-";
  return { text, asks: new Set(asksOf(conditions).map(({ key }) => key)) };
}

/** The texts in order, where a run of changes that exclude each other has the order of its texts. */
function exclusiveSorted(changes: readonly Change[]): string[] {
  const runs: Change[][] = [];
  for (const change of changes) {
    const run = runs.at(-1);
    if (run?.every((other) => exclude(change, other))) run.push(change);
    else runs.push([change]);
  }
  return runs.flatMap((run) => run.map(({ text }) => text).sort());
}

/** One asks for what the other rules out. */
function exclude(a: Change, b: Change): boolean {
  const negated = (key: string): string => (key.startsWith("!") ? key.slice(1) : `!${key}`);
  return [...a.asks].some((key) => b.asks.has(negated(key)));
}
