import { say, type Text } from "../../text.js";
import { orNothing } from "./words.js";

/** ` in releaseLock (pkg/a.go:12)`, or nothing. */
type At = Text;

export const align = {
  heading: (from: string, to: string) => say`What would have to change on ${from} to behave as ${to}`,
  none: (from: string, to: string) => say`Nothing: ${from} already behaves as ${to}.`,
  step: (place: Text, from: string, to: string) =>
    from === to
      ? say`${place}${orNothing(from, "nothing")}`
      : say`${place}${orNothing(from, "nothing")} → ${orNothing(to, "nothing")}`,
  at: (place: { function: string; file: string; line: number }) =>
    say` in ${place.function} (${`${place.file}:${place.line}`})`,
  changes: {
    "replace-call": (c: { call: string; by: string }, at: At) => say`call ${c.by} instead of ${c.call}${at}`,
    "add-call": (c: { call: string }, at: At) => say`call ${c.call}${at}`,
    "remove-call": (c: { call: string }, at: At) => say`do not call ${c.call}${at}`,
    "add-effect": (c: { operation: string; effect: string }, at: At) => say`let ${c.operation} do ${c.effect}${at}`,
    "remove-effect": (c: { operation: string; effect: string }, at: At) =>
      say`do not let ${c.operation} do ${c.effect}${at}`,
    "change-trigger": (c: { call: string; from: string; to: string }, at: At) =>
      say`trigger ${c.call} by ${c.to} instead of ${c.from}${at}`,
    "change-guards": (c: { call: string; from: string; to: string }, at: At) =>
      c.from === "—"
        ? say`require ${c.to} for ${c.call}${at}`
        : c.to === "—"
          ? say`do not require ${c.from} for ${c.call}${at}`
          : say`require ${c.to} instead of ${c.from} for ${c.call}${at}`,
    "add-operation": (c: { operation: string }, like: At) =>
      say`add the operation ${c.operation}${like.length === 0 ? [] : say`, as${like}`}`,
    "remove-operation": (c: { operation: string }, at: At) => say`remove the operation ${c.operation}${at}`,
  },
};
