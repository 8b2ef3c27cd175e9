import type { Names } from "./names.js";
import type { Expectation, Scenario, ScenarioStep } from "./pack.js";
import type { Path, Place, Report } from "./problem.js";
import type { WrittenScenario } from "./written.js";

export function understandScenarios(
  written: readonly (WrittenScenario | undefined)[],
  names: Names,
  report: Report,
  placeOf: (path: Path) => Place,
): readonly Scenario[] {
  return written.flatMap((scenario, index) => {
    if (scenario === undefined) return [];
    const path = ["scenarios", index];
    const { title, steps, expect } = scenario;
    return [
      {
        title,
        steps: steps.map((step, at): ScenarioStep => {
          const here = [...path, "steps", at];
          return { ...understandStep(step, names, here, report), place: placeOf(here) };
        }),
        expect: understandExpectations(expect, names, [...path, "expect"], report),
      },
    ];
  });
}

/** `started src=A target=B`: a stage, and what values stand for from there on. */
function understandStep(step: string, names: Names, path: Path, report: Report): Omit<ScenarioStep, "place"> {
  const [first, ...words] = [...step.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, index }));
  const stage = first?.text ?? "";
  if (names.stages !== null && !names.stages.includes(stage))
    report(path, { code: "unknown-name", of: "stage", name: stage, known: names.stages });
  const bindings = new Map<string, string>();
  for (const { text, index: offset } of words) {
    const [, symbol, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (symbol === undefined || value === undefined) report(path, { code: "not-a-binding", text }, { offset });
    else if (names.values !== null && !names.values.includes(symbol))
      report(path, { code: "unknown-name", of: "value", name: symbol, known: names.values }, { offset });
    else if (bindings.has(symbol)) report(path, { code: "bound-twice", name: symbol }, { offset });
    else bindings.set(symbol, value);
  }
  return { stage, bindings: Object.fromEntries(bindings) };
}

/** How a key that must not be there is written. */
const ABSENT = "absent";

function understandExpectations(
  written: WrittenScenario["expect"],
  names: Names,
  path: Path,
  report: Report,
): readonly Expectation[] {
  if (Object.keys(written).length === 0) report(path, { code: "scenario-expects-nothing" }, { on: "name" });
  return Object.entries(written).map(([key, values]) => {
    const here = [...path, key];
    if (names.keys !== null && !names.hasFamilies && !names.keys.includes(key))
      report(here, { code: "unknown-name", of: "key", name: key, known: names.keys }, { on: "name" });
    for (const [index, value] of values.entries()) {
      if (names.values?.includes(value) === true) report([...here, index], { code: "only-a-name", name: value });
    }
    return { key, values: values.map((value) => (value === ABSENT ? null : value)) };
  });
}
