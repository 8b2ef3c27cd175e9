/**
 * What people say about how Volteface should behave, in a file, as flags or as inputs of the Action,
 * becomes settings. This folder reads no file and no repository: it is given texts, and answers what
 * they mean or everything that is wrong with them.
 */
export { branchName } from "./branch-name.js";
export { type EffectiveSettings, effectiveSettings } from "./effective-settings.js";
export { type ExplainedRule, explainRule, ruleIds } from "./explain-rule.js";
export { flagLayer, type SettingFlags } from "./flag-layer.js";
export { ignoring } from "./ignoring.js";
export { inputLayer } from "./input-layer.js";
export type { ReadSettings, SettingsLayer } from "./layer.js";
export { loadSettings } from "./load-settings.js";
export type { Origin } from "./origin.js";
export { policyOf } from "./policy-of.js";
export { settingOf } from "./setting-of.js";
export type { BranchRule, ConfiguredRule, Settings } from "./settings.js";
export { settingsSchema } from "./settings-schema.js";
export { type WrittenPackReference, writtenPacks } from "./written-packs.js";
