import { type ExplainedRule, effectiveSettings, explainRule } from "../../../src/config/index.js";
import type { ReviewContext } from "../../../src/report/index.js";
import type { Finding, Review } from "../../../src/review/index.js";

export const HEAD = "b".repeat(40);
const BASE = "a".repeat(40);

/** A finding about a hazard, with what a test is about. */
export function hazard(fields: Partial<Finding> = {}): Finding {
  return {
    id: "0123456789abcdef",
    severity: "warning",
    behavior: "kube-ovn/live-migration",
    stage: null,
    ref: "head",
    file: "pkg/controller/kubevirt.go",
    line: 108,
    evidence: [],
    facts: {
      rule: "hazard",
      hazard: "stale-migration-state",
      message: "the nodes are those of an earlier migration.",
      text: "state := vmi.Status.MigrationState",
      function: "handleAddOrUpdateVMIMigration",
    },
    rule: "stale-migration-state",
    mode: "comment",
    ...fields,
  };
}

export function reviewOf(findings: readonly Finding[], fields: Partial<Review> = {}): Review {
  return {
    format: "volteface/review@1",
    base: { ref: "master", commit: BASE },
    head: { ref: "#6239", commit: HEAD },
    mergeBase: BASE,
    behaviors: ["kube-ovn/live-migration"],
    changes: [],
    relations: [],
    findings,
    resolved: [],
    stated: [],
    standing: 0,
    remarks: [],
    ...fields,
  };
}

/** The renderer's context but for what other formats need. */
export const context: ReviewContext = {
  lang: "en",
  width: 80,
  color: false,
  version: "0.1.0",
  webUrl: "https://github.com/kubeovn/kube-ovn",
  all: false,
  explained: (rule) =>
    rule === "unowned-cleanup" ? explainRule(rule, [], effectiveSettings([])) : explainedHazard(rule),
  behind: [],
};

/** A hazard as its pack explains it, with text that is not ours at every place. */
export function explainedHazard(id: string, text = "Why it *matters*."): ExplainedRule {
  const rule = {
    kind: "hazard",
    id,
    pack: "kube-ovn/live-migration",
    message: `About ${id}`,
    explanation: text,
  } as const;
  return { rule, severity: "failure", mode: "comment", reason: null, origin: { kind: "default" } };
}
