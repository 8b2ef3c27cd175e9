import type { RefBehavior, StagedCall } from "../../behavior/index.js";
import type { Pack } from "../../rules/index.js";

/** Every call, those of no known stage last. */
export function allCalls({ stages, unplaced }: RefBehavior): StagedCall[] {
  return [...stages.flatMap(({ calls }) => calls), ...unplaced];
}

export function callsAt({ stages }: RefBehavior, stage: string): readonly StagedCall[] {
  return stages.find((each) => each.stage === stage)?.calls ?? [];
}

/** The operations that something calls: a place outside of them, or another operation by name. */
export function calledOperations(behavior: RefBehavior): ReadonlySet<string> {
  const called = new Set(allCalls(behavior).map(({ call }) => call.operation));
  for (const { operation, function: name } of behavior.operations) {
    const others = behavior.operations.filter((other) => other.operation !== operation);
    if (others.some(({ text }) => text?.includes(`${name}(`))) called.add(operation);
  }
  return called;
}

/** The keys that are one piece of state each; members of a family come and go with what they are for. */
export function singleKeys({ keys }: Pack): ReadonlySet<string> {
  return new Set(keys.filter(({ each }) => !each).map(({ name }) => name));
}

/** A family's member without the kind of object that has it: not every place shows the kind. */
export function bareKey(key: string): string {
  const at = key.lastIndexOf("@");
  return at > 0 ? key.slice(0, at) : key;
}
