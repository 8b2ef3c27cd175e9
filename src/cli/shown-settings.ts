import type { RepositorySettings } from "../analyze/index.js";
import type { ShownSettings } from "../report/index.js";
import { type RuleDescription, ruleDescriptions } from "../review/index.js";

/** Settings as they are shown: each rule with its severity, its own where the settings name none. */
export function shownSettings({ file, settings, origins }: RepositorySettings): ShownSettings {
  const own = new Map<string, RuleDescription>(ruleDescriptions.map((rule) => [rule.id, rule]));
  const { packs, branches, rules, ignore, language, annotations, comment, drafts, failOn } = settings;
  return {
    kind: "show",
    file,
    packs,
    branches,
    rules: Object.entries(rules).map(([id, { mode, severity, reason }]) => ({
      id,
      mode,
      severity: severity ?? own.get(id)?.severity ?? null,
      reason,
      origin: origins[`rules.${id}`] ?? { kind: "default" },
    })),
    ignore,
    language,
    annotations,
    comment,
    drafts,
    failOn,
    origins,
  };
}
