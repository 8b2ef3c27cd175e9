import type { KeyNeed, OperationBehavior, PlayableEffect, RefBehavior } from "../../behavior/index.js";
import type { Sighting } from "../finding.js";
import type { CellRule } from "./cell-rule.js";
import { calledOperations } from "./happenings.js";
import { reachedBy, stepsOf } from "./key-states.js";

/**
 * An operation removes a key only where another key is there. If the ref's own
 * operations and writers can leave the key alone, it stays for ever; if not, the
 * condition is harmless as long as that remains so.
 */
export const guardedCleanup: CellRule = {
  rule: "guarded-cleanup",
  claimsAbsence: false,
  find: (behavior, { pack }) => {
    const wayTo = waysOf(behavior);
    const called = calledOperations(behavior);
    const cleaning = new Set(pack.operations.filter(({ role }) => role !== "set").map(({ name }) => name));
    return behavior.operations
      .filter(({ operation }) => cleaning.has(operation) && called.has(operation))
      .flatMap((operation) => together(guardsOf(operation), wayTo).map((guarded) => sighting(operation, guarded)));
  },
};

/** A key that is removed only where another is there. */
interface Guarded {
  readonly key: string;
  readonly need: KeyNeed;
  readonly line: number;
}

/** An error at the guard is heard of; a key that is set behind its removal is not being cleaned. */
function guardsOf({ cases }: OperationBehavior): Guarded[] {
  return cases.flatMap(({ effects }) =>
    effects
      .filter((effect) => effect.action === "delete" && isLast(effect, effects))
      .flatMap(({ key, line, needs }) =>
        needs.filter((need) => need.present && !need.error && need.key !== key).map((need) => ({ key, need, line })),
      ),
  );
}

function isLast(effect: PlayableEffect, effects: readonly PlayableEffect[]): boolean {
  return effects.filter(({ key }) => key === effect.key).at(-1) === effect;
}

/** Keys behind the same guard that stay behind in the same way. */
interface Group {
  readonly need: KeyNeed;
  readonly keys: readonly string[];
  readonly lines: readonly number[];
  readonly way: readonly string[];
}

/** The shortest way to a key without the key that guards its removal; empty where nothing leads there. */
type WayTo = (guarded: Guarded) => readonly string[];

function waysOf(behavior: RefBehavior): WayTo {
  const steps = stepsOf(behavior);
  return ({ key, need }) =>
    reachedBy(steps, [key, need.key]).find(({ state }) => state.has(key) && !state.has(need.key))?.way ?? [];
}

function together(guarded: readonly Guarded[], wayTo: WayTo): Group[] {
  const groups = new Map<string, Group>();
  for (const each of guarded) {
    const { key, need, line } = each;
    const way = wayTo(each);
    const id = JSON.stringify([need.key, way]);
    const known = groups.get(id) ?? { need, keys: [], lines: [], way };
    groups.set(id, { ...known, keys: added(known.keys, key), lines: added(known.lines, line) });
  }
  return [...groups.values()];
}

function added<T>(items: readonly T[], item: T): readonly T[] {
  return items.includes(item) ? items : [...items, item];
}

function sighting({ operation, file }: OperationBehavior, { need, keys, lines, way }: Group): Sighting {
  const isReachable = way.length > 0;
  return {
    facts: {
      rule: "guarded-cleanup",
      cleaner: operation,
      keys,
      guardedBy: need.key,
      reachedBy: way,
      condition: need.guard.condition,
    },
    severity: isReachable ? "warning" : "notice",
    stage: null,
    file,
    line: need.guard.line,
    places: file === null ? [] : [...lines].sort((a, b) => a - b).map((line) => ({ file, line })),
    identity: ["guarded-cleanup", isReachable ? "reachable" : "latent", operation, need.key, ...[...keys].sort()],
  };
}
