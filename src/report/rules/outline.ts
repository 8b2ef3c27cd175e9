import type { PackDescription, RuleLine } from "../../rules/index.js";
import type { Messages } from "../locales/index.js";
import { type Item, item, type Outline } from "../outline.js";
import { problemLine } from "../problem.js";
import { paragraphsOf } from "../prose-paragraphs.js";
import { join, name, prose, say } from "../text.js";
import { exampleCount, hazardMismatches, isBroken, problemCount, type RuleCheck, type RulesAnswer } from "./answers.js";

export function outlineRules(answer: RulesAnswer, messages: Messages): Outline {
  switch (answer.kind) {
    case "list":
      return outlineList(answer.packs, messages);
    case "check":
      return outlineCheck(answer.checks, messages);
    case "explain":
      return outlinePack(answer.pack, messages);
  }
}

function outlineList(packs: readonly PackDescription[], messages: Messages): Outline {
  const { rules } = messages;
  const items = packs.map((pack) => {
    const more = [
      ...(pack.operations.length > 0 ? [rules.operations(pack.operations.map((operation) => operation.name))] : []),
      rules.stages(pack.stages.map((stage) => stage.name)),
      ...(pack.general ? [rules.general] : []),
    ];
    return item(
      messages.matrix.titled(pack.id, prose(pack.title)),
      more.map((text) => item(text)),
    );
  });
  return { opening: rules.listHeading(packs.length), paragraphs: [], chapters: [{ title: [], items }] };
}

function outlineCheck(checks: readonly RuleCheck[], messages: Messages): Outline {
  const { rules } = messages;
  const items = checks.map((check) => {
    const id = check.id ?? check.reference;
    const everything = check.hazards
      .filter(({ matchesEverything }) => matchesEverything)
      .map((hazard) => item(rules.check.matchesEverything(hazard.id)));
    if (!isBroken(check)) return item(rules.check.fine(id, exampleCount(check)), everything);
    const problems = check.problems.map((problem) => item(problemLine(problem, messages)));
    const examples = check.examples
      .filter((example) => example.mismatches.length > 0)
      .map(({ title, mismatches }) =>
        item(
          prose(title),
          mismatches.map(({ stage, expected, actual }) => item(rules.check.mismatch(stage, expected, actual))),
        ),
      );
    const hazards = hazardMismatches(check).map(({ id: hazard, title, expected, actual }) =>
      item(prose(title), [item(rules.check.lines(hazard, expected, actual))]),
    );
    return item(rules.check.broken(id, problemCount(check)), [...problems, ...examples, ...hazards, ...everything]);
  });
  const opening = rules.check.headline(checks.length, checks.filter(isBroken).length);
  return { opening, paragraphs: [], chapters: [{ title: [], items }] };
}

function outlinePack(pack: PackDescription, messages: Messages): Outline {
  const { rules } = messages;
  const { headings } = rules;
  const chapters = [
    { title: headings.keys, items: pack.keys.map((key) => keyItem(key, rules)) },
    { title: headings.values, items: pack.values.map((value) => item(rules.value(value.symbol, value.patterns))) },
    {
      title: headings.operations,
      items: pack.operations.map((each) => item(rules.operation(each.name, each.role, each.functions))),
    },
    { title: headings.stages, items: pack.stages.map((stage) => stageItem(stage, rules)) },
    { title: headings.sources, items: sourceItems(pack.sources, rules) },
    { title: headings.hazards, items: pack.hazards.map((hazard) => hazardItem(hazard, rules)) },
    { title: headings.examples, items: pack.examples.map((example) => item(prose(example.title))) },
    { title: headings.scenarios, items: pack.scenarios.map((each) => scenarioItem(each, messages)) },
  ];
  return {
    opening: messages.matrix.titled(pack.id, prose(pack.title)),
    paragraphs: [
      ...paragraphsOf(pack.description),
      { text: pack.general ? rules.general : rules.language(pack.language), bullet: false },
    ],
    chapters: chapters.filter((chapter) => chapter.items.length > 0),
  };
}

function keyItem(key: PackDescription["keys"][number], rules: Messages["rules"]): Item {
  const places = key.locations.map((location) => {
    const action = location.action === null ? [] : location.action === "set" ? rules.sets : rules.deletes;
    const origin = location.package === null ? [] : rules.ofPackage(location.package);
    return item([...rules.location[location.kind](location.pattern), ...origin, ...action]);
  });
  return item(name(key.name), [...(key.each ? [item(rules.family)] : []), ...places]);
}

function scenarioItem({ title, steps, expect }: PackDescription["scenarios"][number], { scenario }: Messages): Item {
  const expected = expect.map(({ key, values }) => scenario.mayBe(key, scenario.values(values)));
  return item(prose(title), [...steps.map((step) => item(name(step))), item(scenario.expected(expected))]);
}

function hazardItem(hazard: PackDescription["hazards"][number], rules: Messages["rules"]): Item {
  const { id, severity, message, explanation, find, where } = hazard;
  return item(rules.hazard(id, severity, message), [
    ...paragraphsOf(explanation).map(({ text }) => item(text)),
    item(rules.hazardFind, find.map(ruleItem)),
    ...(where.length > 0 ? [item(rules.hazardWhere, where.map(ruleItem))] : []),
  ]);
}

function ruleItem({ word, text, below }: RuleLine): Item {
  return item(text === "" ? name(word) : say`${word}: ${text}`, below.map(ruleItem));
}

function stageItem(stage: PackDescription["stages"][number], rules: Messages["rules"]): Item {
  const triggers = stage.triggers.map(({ kind, value, condition, on, subject }) =>
    item(rules.triggerLine(kind, value, rules.trigger[condition](on, subject))),
  );
  return item(name(stage.name), triggers.length === 0 ? [item(rules.noTrigger)] : triggers);
}

function sourceItems(sources: PackDescription["sources"], rules: Messages["rules"]): Item[] {
  const kinds = (["tests", "mocks", "vendored", "generated"] as const).filter((kind) => sources[kind]);
  const read =
    kinds.length === 0
      ? rules.noOtherSources
      : rules.sourcesLine(
          join(
            kinds.map((kind) => rules.sourceKinds[kind]),
            ", ",
          ),
        );
  return [
    item(read),
    ...(sources.include.length > 0 ? [item(rules.include(sources.include))] : []),
    ...(sources.exclude.length > 0 ? [item(rules.exclude(sources.exclude))] : []),
  ];
}
