import { effectiveSettings, explainRule } from "../../src/config/index.js";
import type { ExplainedFindingView } from "../../src/report/explain/finding-outline.js";
import type { ReviewContext } from "../../src/report/index.js";
import type { Finding, FindingFacts, Replay, Review } from "../../src/review/index.js";
import { explainedHazard } from "./sarif/reviews.js";

const BASE = "8d8383d038a44b7ff1f15f9ba07e3f79b9d2a3a1";
const HEAD = "c9ab1df5194be8c37a8d4d2b0a64e1b9f00d1c52";
const LESSON = "a1544bf2c03a6ee07d4ab6c94d2a1b5c0f7e9d38";
const BEHAVIOR = "kube-ovn/live-migration";
const FILE = "pkg/controller/kubevirt.go";

const undone = {
  commit: BASE,
  pullRequest: 5833,
  subject: "clean migrate state when migrate is done (#5833)",
  closes: [5800],
};

function finding(id: string, facts: FindingFacts, fields: Partial<Finding> = {}): Finding {
  const rule = facts.rule === "hazard" ? facts.hazard : facts.rule;
  const line = fields.line ?? null;
  const file = line === null ? null : FILE;
  const evidence = [{ commit: HEAD, file, line }];
  const place = { stage: null, ref: "#5873", file, line, evidence };
  return { id, rule, severity: "warning", mode: "comment", behavior: BEHAVIOR, ...place, facts, ...fields };
}

/** #5873 takes back part of #5833. */
const undo = finding(
  "e7cd2e3eb12d",
  {
    rule: "undoes",
    extent: "partial",
    by: "behavior",
    undone,
    cells: [
      { stage: "succeeded", operation: null, kind: "calls", before: "Clean", after: "Reset(false)" },
      { stage: "failed", operation: null, kind: "calls", before: "Clean", after: "Reset(true)" },
    ],
  },
  {
    stage: "succeeded",
    line: 69,
    evidence: [
      { commit: HEAD, file: FILE, line: 69 },
      { commit: BASE, file: FILE, line: 75 },
    ],
  },
);

/** Source and target are read from a state that may be an earlier migration's. */
const stale = finding(
  "4bd0c4b3fbce",
  {
    rule: "hazard",
    hazard: "stale-migration-state",
    message:
      "The source and target nodes are read without comparing the migration's UID. Can they be those of an earlier one?",
    text: "srcNodeName := vmi.Status.MigrationState.SourceNode",
    function: "handleAddOrUpdateVMIMigration",
  },
  { line: 44 },
);

const gap = finding(
  "90c1f0e77d52",
  { rule: "missing-backport", change: { ...undone, closes: [] }, missingOn: ["release-1.12", "release-1.13"] },
  { severity: "notice" },
);
const latent = finding(
  "a855a6f0d839",
  {
    rule: "guarded-cleanup",
    cleaner: "Reset",
    keys: ["activation-strategy"],
    guardedBy: "requested-chassis",
    reachedBy: [],
    condition: "!ok",
  },
  { severity: "notice", mode: "monitor", line: 112 },
);
const unused = finding("0c52b1a3d9f1", {
  rule: "unused-operation",
  operation: "Reset",
  function: "ResetLogicalSwitchPortMigrateOptions",
});
const early = finding("5be1c8a0d114", {
  rule: "early-return-before-cleanup",
  skipped: [{ stage: "succeeded", call: "Clean" }],
  condition: "vmiMigration.Status.MigrationState.Completed",
  exit: "return nil",
  function: "handleAddOrUpdateVMIMigration",
});
const undoneToo = finding("b20f6a7d1c3e", {
  rule: "undoes",
  extent: "full",
  by: "lines",
  undone: { commit: "64c9785e0b1f4b13a6f1a5a2f2f2c0b7a1d3e5f7", pullRequest: 5649, subject: "handle it", closes: [] },
  cells: [],
});
const asymmetry = finding("77aa10cde9f0", {
  rule: "asymmetry",
  setter: "Set",
  cleaner: "Clean",
  keys: ["requested-chassis", "activation-strategy"],
});

const commits = { base: { ref: "master", commit: BASE }, head: { ref: "#5873", commit: HEAD }, mergeBase: BASE };

/** Everything that a review can hold. */
export const foundingReview: Review = {
  format: "volteface/review@1",
  ...commits,
  behaviors: [BEHAVIOR],
  changes: [
    {
      behavior: BEHAVIOR,
      ...{ stage: "started", operation: "Set", kind: "trigger" },
      ...{ before: "crd-status Running", after: "pod-label kubevirt.io/migrationJobUID", summary: "" },
    },
    ...(["succeeded", "failed"] as const).map((stage) => ({
      behavior: BEHAVIOR,
      ...{ stage, operation: null, kind: "calls" as const },
      ...{ before: "Clean", after: stage === "failed" ? "Reset(true)" : "Reset(false)", summary: "" },
    })),
  ],
  relations: [
    {
      behavior: BEHAVIOR,
      ...{ kind: "undoes", extent: "partial", commit: BASE, pullRequest: 5833 },
      ...{ stages: ["succeeded", "failed"], operations: [], declared: false },
    },
    {
      behavior: BEHAVIOR,
      ...{ kind: "moves", extent: "full", commit: "a760d0c9b08f2f7c7d0e1c1b9ef2a4f2b1c0d9e8", pullRequest: 4773 },
      ...{ stages: ["started"], operations: ["Set"], declared: false },
    },
  ],
  findings: [undo, stale, gap, latent],
  resolved: [
    { finding: unused, asBefore: null },
    { finding: early, asBefore: { ref: "release-1.14", commit: LESSON, pullRequest: 6239 } },
  ],
  stated: [
    { finding: undoneToo, reason: "it broke restarts", by: "trailer", who: null },
    { finding: asymmetry, reason: "the agent removes the second key", by: "disposition", who: "mei" },
  ],
  standing: 4,
  remarks: [
    { code: "intent-without-reason", fields: { target: "#5833" } },
    { code: "commit-too-large", fields: { commit: LESSON.slice(0, 10) } },
  ],
};

const nothing = {
  ...foundingReview,
  ...{ changes: [], relations: [], findings: [], resolved: [], stated: [], standing: 0, remarks: [] },
};

/** Reviews that say little, by what they are. */
export const smallReviews: readonly Review[] = [
  nothing,
  { ...nothing, behaviors: [], standing: 1 },
  { ...nothing, changes: foundingReview.changes, resolved: foundingReview.resolved },
  { ...nothing, changes: foundingReview.changes.slice(1) },
  { ...nothing, base: null, mergeBase: null, findings: [asymmetry, latent] },
  { ...nothing, base: null, mergeBase: null, head: { ref: HEAD, commit: HEAD } },
  { ...nothing, base: { ref: "8d8383d", commit: BASE }, findings: [stale] },
];

export const reviewContext: ReviewContext = {
  lang: "en",
  width: 80,
  color: false,
  webUrl: "https://github.com/kubeovn/kube-ovn",
  version: "0.1.0",
  all: false,
  explained: (rule) => explainRule(rule, [], effectiveSettings([])) ?? explainedHazard(rule),
  behind: [],
};

/** Three merges of which two would have been spoken of. */
export const foundingReplay: Replay = {
  format: "volteface/replay@1",
  ref: "master",
  commit: HEAD,
  merges: 120,
  comments: [
    {
      ...{ commit: HEAD, pullRequest: 5873, subject: "fix migrate failed (#5873)", date: "2025-11-07T09:12:00Z" },
      findings: [undo, stale],
    },
    {
      ...{ commit: LESSON, pullRequest: null, subject: "pin the port again", date: "2026-02-03T23:59:59Z" },
      findings: [{ ...stale, ref: "master" }],
    },
  ],
  months: [
    { month: "2025-11", merges: 41, comments: 1 },
    { month: "2025-12", merges: 60, comments: 0 },
    { month: "2026-02", merges: 19, comments: 1 },
  ],
  rules: [
    { rule: "guarded-cleanup", comments: 0, counted: 3 },
    { rule: "stale-migration-state", comments: 2, counted: 0 },
    { rule: "undoes", comments: 1, counted: 0 },
  ],
};

const [lastComment] = foundingReplay.comments.slice(1);

/** Replays with nothing, with nothing to say, and with one word. */
export const smallReplays: readonly Replay[] = [
  { ...foundingReplay, merges: 0, comments: [], months: [], rules: [] },
  {
    ...foundingReplay,
    ...{ merges: 1, comments: [], rules: [], months: [{ month: "2026-02", merges: 1, comments: 0 }] },
  },
  {
    ...foundingReplay,
    ...{ merges: 3, comments: lastComment === undefined ? [] : [lastComment], rules: [] },
    months: [{ month: "2026-02", merges: 3, comments: 1 }],
  },
];

const at = (commit: string, line: number) => ({ commit, file: FILE, line });

/** An undo with the cells of both sides, and a hazard with its place. */
export const explainedFindings: readonly ExplainedFindingView[] = [
  {
    finding: undo,
    state: "told",
    rule: explanationOf("undoes"),
    steps: [
      { kind: "cell", ref: "master", stage: "succeeded", calls: "Clean" },
      { kind: "call", at: at(BASE, 75), call: "Clean", function: "handleAddOrUpdateVMIMigration" },
      { kind: "via", at: at(BASE, 31), function: "processNextVMIMigration" },
      { kind: "trigger", trigger: "crd-status Succeeded", expression: "case kubevirtv1.MigrationSucceeded" },
      { kind: "guard", condition: "vmi.Status.MigrationState != nil", exit: null },
      { kind: "guard", condition: "vmiMigration.Status.MigrationState.Completed", exit: "return nil" },
      { kind: "cell", ref: "#5873", stage: "succeeded", calls: "Reset(false)" },
      { kind: "call", at: at(HEAD, 69), call: "Reset(false)", function: "handleAddOrUpdateVMIMigration" },
      { kind: "place", at: at(HEAD, 75) },
      { kind: "change", commit: BASE, pullRequest: 5833, subject: undone.subject },
    ],
  },
  {
    finding: stale,
    state: "stated",
    rule: explainedHazard(
      "stale-migration-state",
      "KubeVirt keeps the state of the last migration.\n\nCompare its UID.",
    ),
    steps: [{ kind: "place", at: { ...at(HEAD, 44), file: "pkg/controller/it's here.go" } }],
  },
];

function explanationOf(rule: string): ExplainedFindingView["rule"] {
  const explained = explainRule(rule, [], effectiveSettings([]));
  if (explained === null) throw new Error(`no rule ${rule}`);
  return explained;
}
