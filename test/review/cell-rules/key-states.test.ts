import { expect, it } from "vitest";
import type { PlayableEffect } from "../../../src/behavior/index.js";
import { reachedBy, type Step } from "../../../src/review/cell-rules/key-states.js";

const step = (name: string, ...effects: (Pick<PlayableEffect, "action" | "key"> & { asks?: string })[]): Step => ({
  name,
  effects: effects.map(({ action, key, asks }): PlayableEffect => {
    const guard = { line: 1, condition: `${asks} is there`, exit: null };
    const needs = asks === undefined ? [] : [{ key: asks, present: true, error: false, guard }];
    return { action, key, value: key, line: 1, needs };
  }),
});

const set = (key: string, asks?: string) => ({ action: "set" as const, key, ...(asks === undefined ? {} : { asks }) });

const waysIn = (steps: readonly Step[], keys: readonly string[]) =>
  reachedBy(steps, keys).map(({ state, way }) => `${[...state].sort().join("+")} by ${way.join(", ")}`);

it("plays only the keys in question, however many others there are", () => {
  const others = Array.from({ length: 20 }, (_, index) => step(`load${index}`, set(`cargo-${index}`)));
  const steps = [...others, step("Assign", set("berth"), set("cargo-0")), step("Send", set("pilot", "berth"))];
  expect(waysIn(steps, ["pilot", "berth"])).toEqual([" by ", "berth by Assign", "berth+pilot by Assign, Send"]);
});

it("plays the keys that an effect asks for, and those that these ask for", () => {
  const steps = [step("Send", set("pilot", "berth")), step("Assign", set("berth", "wish")), step("Wish", set("wish"))];
  expect(waysIn(steps, ["pilot"]).at(-1)).toBe("berth+pilot+wish by Wish, Assign, Send");
});
