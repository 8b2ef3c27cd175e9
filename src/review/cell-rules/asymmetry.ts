import type { OperationBehavior, RefBehavior } from "../../behavior/index.js";
import type { Pack } from "../../rules/index.js";
import type { Sighting } from "../finding.js";
import type { CellRule, RuleContext } from "./cell-rule.js";
import { allCalls, calledOperations, singleKeys } from "./happenings.js";

/**
 * What a set-like operation writes, the clean-like operation that undoes part of
 * it leaves behind. Both must be called; a key that the same stage removes in
 * another way is not left behind.
 */
export const asymmetry: CellRule = {
  rule: "asymmetry",
  claimsAbsence: true,
  find: (behavior, context) =>
    operationsWith("set", behavior, context).flatMap((setter) =>
      operationsWith("clean", behavior, context).flatMap((cleaner) => compare(setter, cleaner, behavior, context.pack)),
    ),
};

function operationsWith(role: "set" | "clean", behavior: RefBehavior, { pack }: RuleContext): OperationBehavior[] {
  const called = calledOperations(behavior);
  const named = new Set(pack.operations.filter((rule) => rule.role === role).map(({ name }) => name));
  return behavior.operations.filter(({ operation }) => named.has(operation) && called.has(operation));
}

function compare(setter: OperationBehavior, cleaner: OperationBehavior, behavior: RefBehavior, pack: Pack): Sighting[] {
  const single = singleKeys(pack);
  const written = keysOf(setter, "set").filter((key) => single.has(key));
  const removed = new Set(keysOf(cleaner, "delete"));
  const left = written.filter((key) => !removed.has(key) && !removedBeside(key, cleaner, behavior));
  if (left.length === 0 || left.length === written.length) return [];
  return [
    {
      facts: { rule: "asymmetry", setter: setter.operation, cleaner: cleaner.operation, keys: left },
      severity: "warning",
      stage: null,
      file: cleaner.file,
      line: cleaner.line,
      places: placesOf(setter, left),
      identity: ["asymmetry", setter.operation, cleaner.operation, ...left],
    },
  ];
}

/** In the order in which they are first touched. */
function keysOf({ cases }: OperationBehavior, action: "set" | "delete"): string[] {
  const effects = cases.flatMap((each) => each.effects);
  return [...new Set(effects.filter((effect) => effect.action === action).map(({ key }) => key))];
}

/** Wherever the cleaner is called, something else at the same stage removes the key. */
function removedBeside(key: string, { operation }: OperationBehavior, behavior: RefBehavior): boolean {
  const here = allCalls(behavior).filter(({ call }) => call.operation === operation);
  return here.length > 0 && here.every(({ stage }) => stage !== null && removesAt(stage, key, behavior));
}

function removesAt(stage: string, key: string, behavior: RefBehavior): boolean {
  return allCalls(behavior).some(
    (each) =>
      each.stage === stage && each.call.effects.some((effect) => effect.action === "delete" && effect.key === key),
  );
}

function placesOf({ file, cases }: OperationBehavior, keys: readonly string[]): Sighting["places"] {
  if (file === null) return [];
  const lines = cases.flatMap(({ effects }) =>
    effects.filter(({ action, key }) => action === "set" && keys.includes(key)).map(({ line }) => line),
  );
  return [...new Set(lines)].sort((a, b) => a - b).map((line) => ({ file, line }));
}
