import { type CallView, callsText, callText, type Matrix } from "../behavior/index.js";
import type { Finding } from "./finding.js";

/** A place of a commit. */
export interface DerivedAt {
  readonly commit: string;
  readonly file: string;
  readonly line: number;
}

/** One step of the way to a finding, each of which a reader can look up. */
export type DerivationStep =
  /** What a cell holds on a ref. */
  | { readonly kind: "cell"; readonly ref: string; readonly stage: string; readonly calls: string }
  | { readonly kind: "call"; readonly at: DerivedAt; readonly call: string; readonly function: string }
  /** A caller through which the call's stage was found. */
  | { readonly kind: "via"; readonly at: DerivedAt; readonly function: string }
  | { readonly kind: "trigger"; readonly trigger: string; readonly expression: string }
  | { readonly kind: "guard"; readonly condition: string; readonly exit: string | null }
  /** Further evidence of the finding itself. */
  | { readonly kind: "place"; readonly at: DerivedAt }
  /** An earlier change that it is about. */
  | { readonly kind: "change"; readonly commit: string; readonly pullRequest: number | null; readonly subject: string };

/**
 * How a finding came about: the cell of its stage on each side of the change, with the
 * calls, callers, triggers and conditions that put it there, the places of the finding,
 * and the earlier change that it is about.
 *
 * @param sides the refs to show, base first
 */
export function deriveFinding(finding: Finding, matrix: Matrix | null, sides: readonly string[]): DerivationStep[] {
  const cells = matrix === null || finding.stage === null ? [] : cellsOf(matrix, finding.stage, sides);
  const places = finding.evidence.flatMap(({ commit, file, line }): DerivationStep[] =>
    file === null || line === null ? [] : [{ kind: "place", at: { commit, file, line } }],
  );
  return distinct([...cells, ...places, ...changeOf(finding)]);
}

function cellsOf({ cells, refs }: Matrix, stage: string, sides: readonly string[]): DerivationStep[] {
  return sides.flatMap((ref): DerivationStep[] => {
    const cell = cells.find((each) => each.ref === ref && each.stage === stage);
    const commit = refs.find((each) => each.ref === ref)?.commit;
    if (cell === undefined || commit === undefined) return [];
    const calls = cell.calls.flatMap((call) => stepsOf(call, commit));
    return [{ kind: "cell", ref, stage, calls: callsText(cell.calls) }, ...calls];
  });
}

function stepsOf(call: CallView, commit: string): DerivationStep[] {
  const { file, line, function: within, trigger, guards, via } = call;
  return [
    { kind: "call", at: { commit, file, line }, call: callText(call), function: within },
    ...via.map(
      (place): DerivationStep => ({
        kind: "via",
        at: { commit, file: place.file, line: place.line },
        function: place.function,
      }),
    ),
    ...(trigger === null
      ? []
      : [{ kind: "trigger" as const, trigger: `${trigger.kind} ${trigger.value}`, expression: trigger.expression }]),
    ...guards.map(({ condition, exit }): DerivationStep => ({ kind: "guard", condition, exit })),
  ];
}

function changeOf({ facts }: Finding): DerivationStep[] {
  const change = facts.rule === "undoes" ? facts.undone : facts.rule === "missing-backport" ? facts.change : null;
  if (change === null) return [];
  const { commit, pullRequest, subject } = change;
  return [{ kind: "change", commit, pullRequest, subject }];
}

/** A call that several paths lead to is told once; so is a place that a call's step has shown. */
function distinct(steps: readonly DerivationStep[]): DerivationStep[] {
  const seen = new Set<string>();
  return steps.filter((step) => {
    const key = step.kind === "place" || step.kind === "call" ? JSON.stringify(step.at) : JSON.stringify(step);
    if ((step.kind === "place" || step.kind === "call") && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
