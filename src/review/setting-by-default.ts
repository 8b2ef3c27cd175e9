import type { SettingOf } from "./to-findings.js";

/** How rules are set where a repository says nothing. */
export const settingByDefault: SettingOf = () => ({ mode: "comment", severity: null, reason: null });
