import type { PlayedScenario, Scenarios } from "../../behavior/index.js";
import type { RenderContext } from "../context.js";
import type { Messages } from "../locales/index.js";
import { nameSome } from "../names.js";
import { type Chapter, type Item, item, type Outline } from "../outline.js";
import { prose, type Text } from "../text.js";
import { assumptionsChapter } from "./assumptions.js";
import { groupPlayed, isTold, type PlayedGroup } from "./groups.js";
import { headline } from "./headline.js";
import { scenarioTable } from "./table.js";

/** What a renderer of scenarios may know besides the answer. */
export type ScenarioContext = Pick<RenderContext, "lang" | "width" | "color" | "packTitle">;

export function outlineScenarios(scenarios: Scenarios, messages: Messages, { packTitle }: ScenarioContext): Outline {
  const chapters = scenarios.scenarios.map((scenario) => scenarioChapter(scenario, scenarios, messages));
  const assumptions = assumptionsChapter(scenarios, messages);
  return {
    opening: headline(scenarios, messages),
    paragraphs: [
      { text: messages.matrix.titled(scenarios.behavior, prose(packTitle)), bullet: false },
      ...without(scenarios, messages).map((text) => ({ text, bullet: false })),
    ],
    chapters: [...chapters, assumptions].filter(({ table, items }) => table !== undefined || items.length > 0),
  };
}

function scenarioChapter(scenario: PlayedScenario, { refs }: Scenarios, messages: Messages): Chapter {
  const say = messages.scenario;
  const groups = groupPlayed(scenario);
  const title = prose(scenario.title);
  if (groups.length === 0) return { title, items: [] };
  const differ = groups.length > 1 ? [item(messages.matrix.legend.differs(groups[0]?.refs[0] ?? ""), [], "faint")] : [];
  return {
    title,
    notes: [say.expected(scenario.expect.map(({ key, expected }) => say.mayBe(key, say.values(listOf(expected)))))],
    table: scenarioTable(scenario, groups, refs, messages),
    items: [...groups.flatMap((group) => groupItems(group, refs, messages)), ...differ],
  };
}

/** What the table has no room for: what was expected instead, and why a call did nothing. */
function groupItems({ refs, lead }: PlayedGroup, all: readonly string[], messages: Messages): Item[] {
  const say = messages.scenario;
  const names = messages.matrix.refs(nameSome(all, refs));
  const failed = lead.failed.map(({ key, expected, actual }) => {
    const fields = { refs: names, key: say.keyIs(key, actual), expected: say.values(listOf(expected)) };
    return item(say.failed(fields), [], "warning");
  });
  return [...failed, ...lead.skipped.map((each) => item(say.skipped({ ...each, refs: names })))];
}

function listOf(expected: PlayedScenario["expect"][number]["expected"]): readonly (string | null)[] {
  return expected === null || typeof expected === "string" ? [expected] : expected;
}

/** Refs without the behavior are the same in every story. */
function without({ refs, scenarios }: Scenarios, messages: Messages): Text[] {
  const hidden = (scenarios[0]?.on ?? []).filter((played) => !isTold(played)).map(({ ref }) => ref);
  if (hidden.length === 0) return [];
  return [messages.scenario.without(messages.matrix.refs(nameSome(refs, hidden)), hidden.length)];
}
