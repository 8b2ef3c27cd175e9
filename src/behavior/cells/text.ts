import type { CallView, Effect, Trigger } from "../matrix.js";

/** A cell or part of one with nothing in it. */
export const NOTHING = "—";

/** `Reset(false)`: an operation with the arguments that decide what it does. */
export function callText({ operation, arguments: given }: Pick<CallView, "operation" | "arguments">): string {
  const values = Object.values(given);
  return values.length === 0 ? operation : `${operation}(${values.join(", ")})`;
}

/** A cell's calls in order: `Clean → Set`. */
export function callsText(calls: readonly Pick<CallView, "operation" | "arguments">[]): string {
  return calls.length === 0 ? NOTHING : calls.map(callText).join(" → ");
}

/** `requested-chassis=target, -activation-strategy` */
export function effectsText(effects: readonly Effect[]): string {
  return effects.length === 0
    ? NOTHING
    : effects.map(({ action, key, value }) => (action === "set" ? `${key}=${value}` : `-${key}`)).join(", ");
}

export function triggerText(trigger: Trigger | null): string {
  return trigger === null ? NOTHING : `${trigger.kind} ${trigger.value}`;
}

/** What is left of each key after all calls in order. */
export function netOf(calls: readonly Pick<CallView, "effects">[], keys: readonly string[]): Record<string, string> {
  const net: Record<string, string> = Object.fromEntries(keys.map((key) => [key, "unchanged"]));
  for (const { key, action, value } of calls.flatMap(({ effects }) => effects))
    net[key] = action === "set" ? `set:${value}` : "delete";
  return net;
}
