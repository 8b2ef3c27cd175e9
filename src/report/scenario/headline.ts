import type { PlayedScenario, Scenarios } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import { nameSome } from "../names.js";
import { prose, type Text } from "../text.js";

/** The first story that does not end as expected, or that there is none. */
export function headline({ behavior, refs, scenarios }: Scenarios, messages: Messages): Text {
  const say = messages.scenario.headline;
  if (scenarios.length === 0) return say.none(behavior);
  const on = scenarios[0]?.on ?? [];
  const playing = on.filter(({ applies }) => applies).length;
  const unsure = on.filter(({ status }) => status !== "ok").length;
  const [first, ...more] = scenarios.filter(hasFailed);
  const sentence =
    first !== undefined
      ? [...failure(first, refs, messages), ...(more.length > 0 ? say.more(more.length) : [])]
      : playing === 0
        ? say.nowhere
        : say.fine(scenarios.length, playing);
  return unsure > 0 ? [...sentence, ...say.unsure(unsure)] : sentence;
}

function hasFailed({ on }: PlayedScenario): boolean {
  return on.some(({ failed }) => failed.length > 0);
}

function failure({ title, on }: PlayedScenario, refs: readonly string[], messages: Messages): Text {
  const failing = on.filter(({ failed }) => failed.length > 0);
  const keys = new Map<string, Text>();
  for (const { key, actual } of failing.flatMap(({ failed }) => failed))
    keys.set(JSON.stringify([key, actual]), messages.scenario.keyIs(key, actual));
  return messages.scenario.headline.failed({
    title: prose(title),
    refs: messages.matrix.refs(
      nameSome(
        refs,
        failing.map(({ ref }) => ref),
      ),
    ),
    keys: [...keys.values()],
  });
}
