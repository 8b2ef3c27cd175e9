import { type ExplainedRule, effectiveSettings, explainRule } from "../../config/index.js";
import { Failure } from "../../primitives/index.js";
import { type DerivationStep, deriveFinding, type Finding } from "../../review/index.js";
import type { Listener } from "../progress.js";
import type { ReviewRequest } from "./request.js";
import { type ReviewAnswer, review } from "./review.js";

/** A finding of a review, and how it came about. */
export interface ExplainedFinding {
  readonly finding: Finding;
  /** `told` by the review, `resolved` by the change, or `stated` as intended. */
  readonly state: "told" | "resolved" | "stated";
  readonly steps: readonly DerivationStep[];
  readonly rule: ExplainedRule;
  readonly webUrl: string | null;
}

/** Explains the finding with this id, among all that a review knows of. Fails with `unknown-finding`. */
export async function explainFinding(
  id: string,
  request: Omit<ReviewRequest, "all">,
  listen: Listener,
): Promise<ExplainedFinding> {
  const answer = await review({ ...request, all: true }, listen);
  const { finding, state } = find(id, answer);
  const { base, head } = answer.review;
  const behind = answer.behind.find(({ pack }) => pack.id === finding.behavior) ?? null;
  const sides = [...(base === null ? [] : [base.ref]), head.ref];
  const packs = answer.behind.map(({ pack }) => pack);
  const rule = explainRule(finding.rule, packs, effectiveSettings([]));
  if (rule === null) throw new Error(`a finding of the rule ${finding.rule}, which nobody describes`);
  const steps = deriveFinding(finding, behind?.matrix ?? null, sides);
  return { finding, state, steps, rule, webUrl: answer.webUrl };
}

function find(
  id: string,
  { review: { findings, resolved, stated } }: ReviewAnswer,
): Pick<ExplainedFinding, "finding" | "state"> {
  const all: Pick<ExplainedFinding, "finding" | "state">[] = [
    ...findings.map((finding) => ({ finding, state: "told" as const })),
    ...resolved.map(({ finding }) => ({ finding, state: "resolved" as const })),
    ...stated.map(({ finding }) => ({ finding, state: "stated" as const })),
  ];
  const found = all.find(({ finding }) => finding.id === id);
  if (found !== undefined) return found;
  throw new Failure("unknown-finding", { id, known: all.map(({ finding }) => finding.id).join(", ") });
}
