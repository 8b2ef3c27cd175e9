import type { Finding, Sighting } from "./finding.js";
import { ruleOf } from "./finding.js";
import { fingerprintOf } from "./fingerprint.js";
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

/** How a repository wants a rule. */
export type SettingOf = (rule: string) => RuleSetting;

/** Gives sightings of one tree their fingerprints and the severities that the repository wants; rules that are off see nothing. */
export function toFindings<S extends Seen>(
  seen: readonly S[],
  { ref, commit }: SeenOn,
  settingOf: SettingOf,
): { readonly finding: Finding; readonly seen: S }[] {
  const known = new Map<string, number>();
  return seen.flatMap((each) => {
    const { sighting, behavior } = each;
    const rule = ruleOf(sighting.facts);
    const { mode, severity } = settingOf(rule);
    if (mode === "off") return [];
    const print = fingerprintOf(behavior, sighting);
    const copies = (known.get(print) ?? 0) + 1;
    known.set(print, copies);
    const { stage, file, line, facts } = sighting;
    const own = file === null ? [] : [{ commit, file, line }];
    const finding: Finding = {
      // The same thing twice in one function: told apart by their order alone.
      id: copies === 1 ? print : `${print}-${copies}`,
      rule,
      severity: severity ?? sighting.severity,
      mode,
      behavior,
      stage,
      ref,
      file,
      line,
      evidence: [...own, ...sighting.places.map((place) => ({ commit, ...place }))],
      facts,
    };
    return [{ finding, seen: each }];
  });
}
