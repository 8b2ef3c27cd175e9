import type { SarifContext, SarifRule } from "../../../src/report/index.js";
import type { Text } from "../../../src/report/text.js";
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
    // What the review adds to every finding.
    ...{ rule: "stale-migration-state", mode: "comment" },
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

export const context: SarifContext = {
  lang: "en",
  version: "0.1.0",
  webUrl: "https://github.com/kubeovn/kube-ovn",
  all: false,
  isTold: () => true,
  sentence: (facts): Text => (facts.rule === "hazard" ? [{ prose: facts.message }] : [facts.rule]),
  rule: ruleOf,
  remark: ({ code }) => [{ name: code }],
};

function ruleOf(facts: Finding["facts"]): SarifRule {
  const id = facts.rule === "hazard" ? facts.hazard : facts.rule;
  return {
    id,
    title: ["A rule called ", { name: id }],
    explanation: [["What was seen."], ["Why it *matters*."], ["What to do with ", { name: id }, "."]],
    severity: "failure",
    tags: ["behavior", "kube-ovn/live-migration"],
  };
}
