import type { Finding, ReviewFacts, RuleSetting, Seen, SeenInChange, Sighting } from "../../src/review/index.js";

const commit = (digit: string): string => digit.repeat(40);

const base = { ref: "master", commit: commit("a") };
export const head = { ref: "#7", commit: commit("b") };

/** What cells say of the founding case: #5873 takes back part of #5833. */
export const undoOf5833: Sighting = {
  facts: {
    rule: "undoes",
    extent: "partial",
    by: "behavior",
    undone: { commit: commit("5"), pullRequest: 5833, subject: "clean migrate state (#5833)", closes: [] },
    cells: [{ stage: "succeeded", operation: null, kind: "calls", before: "Clean", after: "Reset(false)" }],
  },
  severity: "warning",
  stage: "succeeded",
  file: "pkg/controller/kubevirt.go",
  line: 96,
  places: [{ commit: commit("5"), file: null, line: null }],
  identity: ["undoes", commit("5"), "succeeded"],
};

export function hazard(name: string, line: number, more: Partial<Sighting> = {}): Sighting {
  return {
    facts: { rule: "hazard", hazard: name, message: `${name} is there`, text: "state.SourceNode", function: "sync" },
    severity: "warning",
    stage: null,
    file: "pkg/controller/kubevirt.go",
    line,
    places: [],
    identity: [name, "sync", "state.SourceNode"],
    ...more,
  };
}

export const gap: Sighting = {
  facts: {
    rule: "missing-backport",
    change: { commit: head.commit, pullRequest: 7, subject: "a fix (#7)", closes: [] },
    missingOn: ["release-1.14"],
  },
  severity: "notice",
  stage: null,
  file: null,
  line: null,
  places: [],
  identity: ["missing-backport", "release-1.14"],
};

export function seen(sighting: Sighting): Seen {
  return { sighting, behavior: "kube-ovn/live-migration" };
}

export function inChange(sighting: Sighting, declaredBy: string | null = null): SeenInChange {
  return { ...seen(sighting), declaredBy };
}

export const noFacts: ReviewFacts = {
  base,
  head,
  mergeBase: base.commit,
  behaviors: ["kube-ovn/live-migration"],
  changes: [],
  relations: [],
  ofChange: [],
  onHead: [],
  onBase: [],
  intents: [],
  dispositions: [],
  remarks: [],
};

export const told: RuleSetting = { mode: "comment", severity: null, reason: null };
export const policy = { settingOf: (): RuleSetting => told, all: false };

export function rulesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ rule }) => rule);
}
