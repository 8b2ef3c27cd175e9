import type { FailedExpectation, PlayedOn, PlayedScenario, Scenarios } from "../../behavior/index.js";
import { jsonLine } from "./escape.js";
import { asIs, byName, each, inOrder } from "./order.js";

/** `volteface/scenario@1` on one line. */
export function renderScenariosJson(scenarios: Scenarios): string {
  return jsonLine(writeScenarios(scenarios));
}

type Step = PlayedScenario["steps"][number];
type Skipped = PlayedOn["skipped"][number];
type Assumed = PlayedOn["assumptions"][number];

const writeScenarios = inOrder<Scenarios>({
  format: asIs,
  behavior: asIs,
  refs: asIs,
  scenarios: each(
    inOrder<PlayedScenario>({
      title: asIs,
      steps: each(inOrder<Step>({ stage: asIs, bindings: byName(asIs) })),
      expect: each(inOrder<PlayedScenario["expect"][number]>({ key: asIs, expected: asIs })),
      on: each(
        inOrder<PlayedOn>({
          ref: asIs,
          commit: asIs,
          status: asIs,
          applies: asIs,
          states: each(byName(asIs)),
          calls: asIs,
          skipped: each(inOrder<Skipped>({ step: asIs, call: asIs, condition: asIs })),
          assumptions: each(inOrder<Assumed>({ call: asIs, condition: asIs })),
          failed: each(inOrder<FailedExpectation>({ key: asIs, expected: asIs, actual: asIs })),
        }),
      ),
    }),
  ),
});
