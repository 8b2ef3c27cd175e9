import type { RefBehavior } from "../../behavior/index.js";
import type { Pack } from "../../rules/index.js";
import type { Sighting } from "../finding.js";
import type { CellRule } from "./cell-rule.js";
import { allCalls, bareKey } from "./happenings.js";

/**
 * Something sets a key and nothing on the ref removes it. Only where the pack has
 * a clean-like operation: elsewhere keys are not expected to go. Where the name
 * of a removed key is not known, it may be any, and the rule is silent; a key
 * known by the name of a foreign constant is for others to remove.
 */
export const uncleanedKey: CellRule = {
  rule: "uncleaned-key",
  claimsAbsence: true,
  find: (behavior, { pack }) => {
    if (!pack.operations.some(({ role }) => role === "clean")) return [];
    const writes = writesOf(behavior);
    const removed = new Set(writes.filter(({ action }) => action === "delete").map(({ key }) => bareKey(key)));
    if ([...removed].some((key) => !isOwn(key, pack) && !isForeign(key))) return [];
    const left = new Map<string, Write[]>();
    for (const write of writes) {
      const key = bareKey(write.key);
      if (write.action === "set" && isOwn(key, pack) && !removed.has(key))
        left.set(key, [...(left.get(key) ?? []), write]);
    }
    return [...left].flatMap(([key, setting]) => sightingOf(key, setting));
  },
};

interface Write {
  readonly action: "set" | "delete";
  readonly key: string;
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
}

/** What the ref does to keys, wherever it does it. An operation's own text comes first, as the place to look at. */
function writesOf(behavior: RefBehavior): Write[] {
  return [
    ...behavior.operations.flatMap(({ function: name, file, cases }) =>
      cases.flatMap(({ effects }) =>
        effects.map(({ action, key, line }) => ({ action, key, function: name, file, line })),
      ),
    ),
    ...behavior.writers.flatMap(({ function: name, file, effects }) =>
      effects.map(({ action, key, line }) => ({ action, key, function: name, file, line })),
    ),
    ...allCalls(behavior).flatMap(({ call }) =>
      call.effects.map(({ action, key }) => ({
        action,
        key,
        function: call.function,
        file: call.file,
        line: call.line,
      })),
    ),
  ];
}

/** A key of the pack, or a member of a family by its value: `lakes.example.org/drain`. */
function isOwn(key: string, { keys }: Pack): boolean {
  return keys.some(({ each, name }) => !each && name === key) || /^[\w.-]+[./-][\w./-]*$/.test(key);
}

/** The name of a constant whose value is not in the sources; a variable or an expression looks otherwise. */
function isForeign(key: string): boolean {
  return /^\p{Lu}\w*$/u.test(key);
}

function sightingOf(key: string, setting: readonly Write[]): Sighting[] {
  const [first, ...others] = setting;
  if (first === undefined) return [];
  return [
    {
      facts: { rule: "uncleaned-key", key, writer: first.function },
      severity: "warning",
      stage: null,
      file: first.file,
      line: first.line,
      places: others.flatMap(({ file, line }) => (file === null || line === null ? [] : [{ file, line }])),
      identity: ["uncleaned-key", key],
    },
  ];
}
