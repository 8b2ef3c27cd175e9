import type { Mode } from "../review/index.js";
import { hazardMode, type RuleDescription, ruleDescriptions } from "../review/index.js";
import type { SettingsLayer } from "./layer.js";
import type { Origin } from "./origin.js";
import type { BranchRule, ConfiguredRule, Settings } from "./settings.js";
import type { WrittenRule, WrittenSettings } from "./written-settings.js";

/** Settings, and where each field comes from: `packs`, `rules.asymmetry`. */
export interface EffectiveSettings {
  readonly settings: Settings;
  readonly origins: Readonly<Record<string, Origin>>;
}

/**
 * The one place where sources of settings meet. Of each field the last layer that says it counts, whole;
 * of `rules` each rule by itself, and of a rule each of its fields. The order is: the file, then inputs of
 * the Action, then flags.
 */
export function effectiveSettings(layers: readonly SettingsLayer[]): EffectiveSettings {
  const origins: Record<string, Origin> = {};
  const last = <Field extends keyof WrittenSettings>(field: Field) => {
    const layer = layers.findLast(({ written }) => written[field] !== undefined);
    origins[field] = layer?.originOf([field]) ?? { kind: "default" };
    return layer?.written[field];
  };
  const packs = last("packs") ?? null;
  const branches = (last("branches") ?? []).map(
    ({ pattern, policy, since = null, until = null }): BranchRule => ({ pattern, policy, since, until }),
  );
  const ignore = last("ignore") ?? [];
  const language = last("language") ?? null;
  const annotations = last("annotations") ?? 10;
  const comment = last("comment") ?? true;
  const drafts = last("drafts") ?? true;
  const failOn = last("fail-on") ?? null;
  const rules = rulesOf(layers, origins);
  return { settings: { packs, branches, rules, ignore, language, annotations, comment, drafts, failOn }, origins };
}

/** Our own rules in their order, then the hazards that are named, by name. */
function rulesOf(layers: readonly SettingsLayer[], origins: Record<string, Origin>): Settings["rules"] {
  const own = new Map<string, RuleDescription>(ruleDescriptions.map((rule) => [rule.id, rule]));
  const named = layers.flatMap(({ written }) => Object.keys(written.rules ?? {}));
  const hazards = [...new Set(named)].filter((id) => !own.has(id)).sort();
  return Object.fromEntries(
    [...own.keys(), ...hazards].map((id) => {
      const said = layers.flatMap((layer) => {
        const rules = layer.written.rules ?? {};
        const rule = Object.hasOwn(rules, id) ? rules[id] : undefined;
        return rule === undefined ? [] : [{ layer, rule }];
      });
      origins[`rules.${id}`] = said.at(-1)?.layer.originOf(["rules", id]) ?? { kind: "default" };
      return [
        id,
        ruleOf(
          said.map(({ rule }) => rule),
          own.get(id)?.mode ?? hazardMode,
        ),
      ];
    }),
  );
}

function ruleOf(said: readonly WrittenRule[], ownMode: Mode): ConfiguredRule {
  const mode = said.findLast((rule) => rule.mode !== undefined)?.mode;
  const severity = said.findLast((rule) => rule.severity !== undefined)?.severity ?? null;
  const reason = said.findLast((rule) => rule.reason !== undefined)?.reason ?? null;
  return { mode: mode ?? ownMode, severity, reason, modeIsChosen: mode !== undefined };
}
