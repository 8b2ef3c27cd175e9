import { callText, type StagedCall } from "../../behavior/index.js";
import type { Sighting } from "../finding.js";
import type { CellRule } from "./cell-rule.js";
import { callsAt } from "./happenings.js";

/**
 * A path leaves silently under a condition that holds at the end of the
 * lifecycle, before the cleanup that is made there. What holds there is the
 * pack's to say (`terminal`); without it the rule is silent.
 */
export const earlyReturn: CellRule = {
  rule: "early-return-before-cleanup",
  claimsAbsence: false,
  find: (behavior, { pack }) => {
    const barred = (pack.terminal?.stages ?? []).flatMap((stage) =>
      callsAt(behavior, stage)
        .filter(({ call }) => call.effects.some(({ action }) => action === "delete"))
        .flatMap((call) => call.barred.slice(0, 1).map((bar): Barred => ({ stage, call, bar }))),
    );
    const guards = new Map<string, Barred[]>();
    for (const each of barred) {
      const id = JSON.stringify([each.bar.file, each.bar.guard]);
      guards.set(id, [...(guards.get(id) ?? []), each]);
    }
    return [...guards.values()].flatMap(sightingOf);
  },
};

interface Barred {
  readonly stage: string;
  readonly call: StagedCall;
  readonly bar: StagedCall["barred"][number];
}

/** One guard is one matter, however many cleanups stand behind it. */
function sightingOf(behind: readonly Barred[]): Sighting[] {
  const [first] = behind;
  if (first === undefined) return [];
  const { guard, function: name, file, about } = first.bar;
  const stages = [...new Set(behind.map(({ stage }) => stage))];
  return [
    {
      facts: {
        rule: "early-return-before-cleanup",
        skipped: behind.map(({ stage, call: { call } }) => ({ stage, call: callText(call) })),
        condition: guard.condition,
        exit: guard.exit,
        function: name,
      },
      severity: "warning",
      stage: stages.length === 1 ? first.stage : null,
      file,
      line: guard.line,
      places: placesOf(behind),
      identity: ["early-return-before-cleanup", ...about],
    },
  ];
}

/** Two stages in one case have one place. */
function placesOf(behind: readonly Barred[]): Sighting["places"] {
  const places = new Map(behind.map(({ call: { call } }) => [`${call.file}:${call.line}`, call]));
  return [...places.values()].map(({ file, line }) => ({ file, line }));
}
