import type { CodeRule, HazardRule } from "./hazard.js";
import type { Pack } from "./pack.js";
import { expressionOf } from "./text-expression.js";

/** The lines on which a hazard is seen in code, ascending; null for code that does not parse. Given by the caller. */
export type SeeHazard = (pack: Pack, hazard: HazardRule, code: string) => readonly number[] | null;

/** A hazard after its examples were run. */
export interface CheckedHazard {
  readonly id: string;
  /** Its rule leaves open which code it is about. */
  readonly matchesEverything: boolean;
  readonly examples: readonly {
    readonly title: string;
    readonly expected: readonly number[];
    /** Null where the example does not parse. */
    readonly actual: readonly number[] | null;
    readonly matches: boolean;
  }[];
}

/** One entry per hazard, in the pack's order. */
export function checkHazards(pack: Pack, see: SeeHazard): readonly CheckedHazard[] {
  return pack.hazards.map((hazard) => ({
    id: hazard.id,
    matchesEverything: matchesEverything(hazard.find),
    examples: hazard.examples.map(({ title, code, lines }) => {
      const expected = [...new Set(lines)].sort((a, b) => a - b);
      const actual = see(pack, hazard, code);
      return { title, expected, actual, matches: actual?.join() === expected.join() };
    }),
  }));
}

/** The rule's own words for code fit any code; what its relations ask is another matter. */
function matchesEverything({ pattern, kind, regex, all, any, ...relations }: CodeRule): boolean {
  if (kind !== null || Object.values(relations).some((relation) => relation !== null)) return false;
  const { expression } = pattern ?? {};
  if (expression !== undefined && (expression.kind !== "name" || !expression.name.startsWith("$"))) return false;
  if (regex !== null && !expressionOf(regex).matcher("").find()) return false;
  return all.every(matchesEverything) && (any?.some(matchesEverything) ?? true);
}
