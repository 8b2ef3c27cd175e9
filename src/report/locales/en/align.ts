import { say, type Text } from "../../text.js";
import { orNothing } from "./words.js";

/** ` in releaseLock (pkg/a.go:12)`, or nothing. */
type At = Text;

export const align = {
  heading: (from: string, to: string) => say`What would have to change on ${from} to behave as ${to}`,
  none: (from: string, to: string) => say`Nothing: ${from} already behaves as ${to}.`,
  step: (place: Text, from: string, to: string) =>
    say`${place}${orNothing(from, "nothing")} → ${orNothing(to, "nothing")}`,
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
      say`let ${c.call} happen when ${orNothing(c.to, "reached, without condition")}, not when ${orNothing(c.from, "reached, without condition")}${at}`,
    "add-operation": (c: { operation: string }, like: At) => say`add the operation ${c.operation}, as${like}`,
    "remove-operation": (c: { operation: string }, at: At) => say`remove the operation ${c.operation}${at}`,
  },
};
