import type { Lang, Severity } from "../primitives/index.js";
import type { SettingsLayer } from "./layer.js";
import type { WrittenSettings } from "./written-settings.js";

/** The flags that say something a settings file may say, too. */
export interface SettingFlags {
  /** Empty when not given. */
  readonly rules: readonly string[];
  readonly lang: Lang | null;
  readonly failOn: Severity | null;
}

const FLAGS: Partial<Record<keyof WrittenSettings, string>> = {
  packs: "--rules",
  language: "--lang",
  "fail-on": "--fail-on",
};

/** The command line as a source of settings. */
export function flagLayer({ rules, lang, failOn }: SettingFlags): SettingsLayer {
  return {
    written: {
      ...(rules.length > 0 ? { packs: [...rules] } : {}),
      ...(lang === null ? {} : { language: lang }),
      ...(failOn === null ? {} : { "fail-on": failOn }),
    },
    originOf: ([field]) => ({ kind: "flag", name: FLAGS[field as keyof WrittenSettings] ?? "" }),
  };
}
