import type { Finding, FindingFacts, Sighting } from "./finding.js";
import { ruleOf } from "./finding.js";
import { distinct, fingerprintOf } from "./fingerprint.js";
import type { RuleSetting } from "./rule-setting.js";

/** What a rule saw, and of which behavior. */
export interface Seen {
  readonly sighting: Sighting;
  /** The pack's id; null where no pack is concerned. */
  readonly behavior: string | null;
}

/** Where it was seen. */
export interface SeenOn {
  readonly ref: string;
  readonly commit: string;
}

/** How a repository wants a rule; null facts ask about the rule as such. */
export type SettingOf = (rule: string, facts: FindingFacts | null) => RuleSetting;

/** Gives sightings of one tree their fingerprints and the severities that the repository wants; rules that are off see nothing. */
export function toFindings<S extends Seen>(
  seen: readonly S[],
  { ref, commit }: SeenOn,
  settingOf: SettingOf,
): { readonly finding: Finding; readonly seen: S }[] {
  const wanted = seen.flatMap((each) => {
    const rule = ruleOf(each.sighting.facts);
    const { mode, severity } = settingOf(rule, each.sighting.facts);
    return mode === "off" ? [] : [{ each, rule, mode, severity }];
  });
  const ids = distinct(wanted.map(({ each: { behavior, sighting } }) => fingerprintOf(behavior, sighting)));
  return wanted.map(({ each, rule, mode, severity }, index) => {
    const { behavior, sighting } = each;
    const { stage, file, line, facts, places } = sighting;
    const evidence = [...(file === null ? [] : [{ file, line }]), ...places].map((place) => ({ commit, ...place }));
    const id = ids[index] ?? "";
    const own = { id, rule, severity: severity ?? sighting.severity, mode };
    return { finding: { ...own, behavior, stage, ref, file, line, evidence, facts }, seen: each };
  });
}
