import type { EvaluatedRef } from "../behavior/index.js";
import { severities } from "../primitives/index.js";
import type { Pack } from "../rules/index.js";
import { cellRules } from "./cell-rules/cell-rules.js";
import { ruleOf, type Sighting } from "./finding.js";

/** One ref to be judged by one pack, and the refs it is held against. */
export interface Standpoint {
  readonly pack: Pack;
  readonly here: EvaluatedRef;
  /** Other maintained refs; the ref itself, should it be among them, is left out. */
  readonly others: readonly EvaluatedRef[];
}

/**
 * Everything that deserves attention on one ref, whoever brought it there: what
 * the rules on cells see, and the hazards that were seen in its code. Worst first,
 * then by stage in the pack's order (what concerns no stage comes last), by
 * rule, hazards behind the rules on cells by name, by file and by line. How a
 * repository has configured its rules is applied elsewhere.
 */
export function findStanding(standpoint: Standpoint, hazards: readonly Sighting[]): Sighting[] {
  const cells = sightedIn(standpoint).filter((sighting) => !hazards.some((hazard) => saysTheSame(sighting, hazard)));
  return [...cells, ...hazards].sort(inOrder(standpoint.pack));
}

/** An early return that a hazard of the pack speaks of is told once, in the words of the pack's author. */
function saysTheSame({ facts, file, line, places }: Sighting, hazard: Sighting): boolean {
  if (facts.rule !== "early-return-before-cleanup") return false;
  return [{ file, line }, ...places].some((place) => place.file === hazard.file && place.line === hazard.line);
}

function sightedIn({ pack, here, others }: Standpoint): Sighting[] {
  const whole = others.filter((other) => isWhole(other) && other.view.ref !== here.view.ref);
  const context = { pack, others: whole.map(({ view: { ref }, behavior }) => ({ ref, behavior })) };
  return cellRules
    .filter(({ claimsAbsence }) => !claimsAbsence || isWhole(here))
    .flatMap(({ find }) => find(here.behavior, context));
}

function isWhole({ view }: EvaluatedRef): boolean {
  return view.status === "ok";
}

function inOrder({ stages }: Pack): (a: Sighting, b: Sighting) => number {
  const rankOf = ({ severity, stage, facts, line }: Sighting): number[] => {
    const rule = cellRules.findIndex((each) => each.rule === facts.rule);
    return [
      -severities.indexOf(severity),
      stage === null ? stages.length : stages.indexOf(stage),
      rule < 0 ? cellRules.length : rule,
      line ?? 0,
    ];
  };
  return (a, b) => {
    const [severity = 0, stage = 0, rule = 0, line = 0] = rankOf(a).map(
      (rank, index) => rank - (rankOf(b)[index] ?? 0),
    );
    return (
      severity ||
      stage ||
      rule ||
      byText(ruleOf(a.facts), ruleOf(b.facts)) ||
      byText(a.file ?? "", b.file ?? "") ||
      line
    );
  };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
