import type { Origin } from "../../config/index.js";
import { SETTINGS_PATH } from "../../primitives/index.js";
import type { Messages } from "../locales/index.js";
import { type Chapter, type Item, item, type Outline } from "../outline.js";
import { problemLine } from "../problem.js";
import { name, prose, type Text } from "../text.js";
import type { ConfigAnswer, SettingsCheck, ShownSettings } from "./answers.js";

export function outlineConfig(answer: ConfigAnswer, messages: Messages): Outline {
  return answer.kind === "check" ? outlineCheck(answer, messages) : outlineSettings(answer, messages);
}

function outlineCheck({ file, problems }: SettingsCheck, messages: Messages): Outline {
  const { config } = messages;
  const items = problems.map((problem) => item(problemLine(problem, messages)));
  return {
    opening: items.length === 0 ? config.check.fine(file) : config.check.broken(file, items.length),
    paragraphs: [],
    chapters: items.length === 0 ? [] : [{ title: [], items }],
  };
}

function outlineSettings(shown: ShownSettings, messages: Messages): Outline {
  const { show } = messages.config;
  const branches: Chapter = {
    title: show.branches,
    items: shown.branches.map((branch) => item(show.branch(branch))),
  };
  return {
    opening: shown.file === null ? show.none(SETTINGS_PATH) : show.file(shown.file),
    paragraphs: [],
    chapters: [
      { title: show.settings, items: settingItems(shown, messages) },
      ...(branches.items.length > 0 ? [branches] : []),
      { title: show.rules, items: ruleItems(shown, messages) },
    ],
  };
}

function settingItems(shown: ShownSettings, messages: Messages): Item[] {
  const { show } = messages.config;
  const { packs, ignore, language, annotations, comment, drafts, failOn } = shown;
  const values: readonly [field: string, value: Text][] = [
    ["packs", packs === null ? show.allPacks : show.list(packs)],
    ["ignore", ignore.length === 0 ? show.nothing : show.list(ignore)],
    ["language", language === null ? show.ownChoice : name(language)],
    ["annotations", [String(annotations)]],
    ["comment", [comment ? "on" : "off"]],
    ["drafts", [drafts ? "on" : "off"]],
    ["fail-on", failOn === null ? show.noSeverity : name(failOn)],
  ];
  return values.map(([field, value]) =>
    item(show.setting(field, value, originText(shown.origins[field] ?? { kind: "default" }, messages))),
  );
}

export function originText(origin: Origin, { config }: Messages): Text {
  switch (origin.kind) {
    case "default":
      return config.origin.default;
    case "file":
      return config.origin.file(origin.line);
    case "flag":
      return config.origin.flag(origin.name);
    case "input":
      return config.origin.input(origin.name);
  }
}

function ruleItems({ rules }: ShownSettings, messages: Messages): Item[] {
  const { show } = messages.config;
  return rules.map(({ id, mode, severity, reason, origin }) =>
    item(
      show.rule({ id, mode, severity, origin: originText(origin, messages) }),
      reason === null ? [] : [item(prose(reason))],
      mode === "off" ? "faint" : "plain",
    ),
  );
}
