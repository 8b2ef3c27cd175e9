import type { Pack } from "../../rules/index.js";
import type { EvaluatedRef } from "../cells/build-matrix.js";
import { expectedValue, playScenario } from "./play-scenario.js";
import type { Scenarios } from "./scenarios.js";

/** Every story of a pack on every ref, in the order of the pack and of the refs. */
export function playScenarios(pack: Pack, refs: readonly EvaluatedRef[]): Scenarios {
  return {
    format: "volteface/scenario@1",
    behavior: pack.id,
    refs: refs.map(({ view }) => view.ref),
    scenarios: pack.scenarios.map((scenario) => ({
      title: scenario.title,
      steps: scenario.steps.map(({ stage, bindings }) => ({ stage, bindings })),
      expect: scenario.expect.map(({ key, values }) => ({ key, expected: expectedValue(values) })),
      on: refs.map((ref) => playScenario(scenario, ref)),
    })),
  };
}
