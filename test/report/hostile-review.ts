import type { ExplainedRule } from "../../src/config/index.js";
import type { ExplainedFindingView } from "../../src/report/explain/finding-outline.js";
import type { ReviewContext } from "../../src/report/index.js";
import type { DerivationStep, Finding, FindingFacts, Replay, Review } from "../../src/review/index.js";
import { WEB } from "./harmless.js";
import { hostileMatrix } from "./hostile.js";
import { hostileBackports, hostileTimeline } from "./hostile-history.js";

const commit = "ab".repeat(20);

/** What each rule states, with the same text at every place where text from outside is shown. */
function hostileFacts(text: string): FindingFacts[] {
  const change = { commit: text, pullRequest: null, subject: text, closes: [7] };
  const cell = { stage: text, operation: text, kind: "calls" as const, before: text, after: `${text}!` };
  const early = { skipped: [{ stage: text, call: text }], condition: text, function: text };
  const guarded = { cleaner: text, keys: [text, `${text}2`], guardedBy: text, condition: text };
  return [
    {
      rule: "undoes",
      extent: "partial",
      by: "behavior",
      undone: change,
      cells: [cell, { ...cell, stage: null }, { ...cell, operation: null, after: "—" }, { ...cell, kind: "guards" }],
    },
    { rule: "undoes", extent: "full", by: "lines", undone: { ...change, commit, pullRequest: 7 }, cells: [] },
    { rule: "missing-backport", change, missingOn: Array.from({ length: 12 }, (_, index) => `${text}${index}`) },
    { rule: "hazard", hazard: text, message: text, text, function: text },
    { rule: "asymmetry", setter: text, cleaner: text, keys: [text] },
    { rule: "guarded-cleanup", ...guarded, reachedBy: [text, text] },
    { rule: "guarded-cleanup", ...guarded, reachedBy: [] },
    { rule: "missing-stage", stage: text, others: [{ ref: text, calls: text }] },
    { rule: "unused-operation", operation: text, function: text },
    { rule: "two-flows", stage: text, flows: [1, 2].map(() => ({ trigger: text, calls: text, function: text })) },
    { rule: "early-return-before-cleanup", ...early, exit: text },
    { rule: "early-return-before-cleanup", ...early, exit: null },
    { rule: "uncleaned-key", key: text, writer: text },
    { rule: "unowned-cleanup", stage: text, call: text, keys: [text] },
  ];
}

function hostileFindings(text: string): Finding[] {
  const evidence = [
    { commit, file: text, line: 3 },
    { commit: text, file: text, line: 4 },
    { commit, file: null, line: null },
  ];
  return hostileFacts(text).map((facts, index) => ({
    ...{ id: text, rule: text, severity: "warning", mode: index === 4 ? "monitor" : "comment", behavior: text },
    ...{ stage: text, ref: text, file: text, line: 3, evidence, facts },
  }));
}

export function hostileReview(text: string): Review {
  const findings = hostileFindings(text);
  const { events } = hostileTimeline(text);
  const side = { ref: text, commit };
  return {
    format: "volteface/review@1",
    ...{ base: side, head: { ref: text, commit: text }, mergeBase: commit, behaviors: [text, text] },
    changes: events.flatMap(({ changes }) => changes.map((change) => ({ ...change, behavior: text }))),
    relations: events.flatMap(({ relations }) => relations.map((relation) => ({ ...relation, behavior: text }))),
    findings,
    resolved: findings.slice(0, 2).map((finding, index) => ({
      finding,
      asBefore: index === 0 ? null : { ref: text, commit: text, pullRequest: null },
    })),
    stated: (["revert", "trailer", "disposition"] as const).flatMap((by) =>
      findings.slice(0, 1).map((finding) => ({ finding, reason: text, by, who: by === "disposition" ? text : null })),
    ),
    standing: 2,
    remarks: [
      { code: "no-common-history", fields: { base: text, head: text } },
      { code: "nothing-new", fields: { base: text, head: text } },
      { code: "intent-without-reason", fields: { target: text } },
      { code: "commit-too-large", fields: { commit: text } },
    ],
  };
}

/** A hazard's rule as its pack and the settings have it. */
export function hostileRule(text: string): ExplainedRule {
  return {
    rule: { kind: "hazard", id: text, pack: text, message: text, explanation: text },
    ...{ severity: "notice", mode: "off", reason: text },
    origin: { kind: "file", file: text, line: 1, column: 1 },
  };
}

export function hostileReviewContext(text: string, of: Pick<ReviewContext, "lang" | "width">): ReviewContext {
  return {
    ...of,
    ...{ color: false, webUrl: WEB, version: "0.1.0", all: true },
    explained: () => hostileRule(text),
    behind: [],
  };
}

/** What stands behind a review is drawn in Markdown only. */
export function hostileBehind(text: string): ReviewContext["behind"] {
  const story = { timeline: hostileTimeline(text), backports: hostileBackports(text) };
  return [{ pack: { id: text, title: text }, matrix: hostileMatrix(text), story }];
}

export function hostileReplay(text: string): Replay {
  const comment = {
    commit: text,
    pullRequest: null,
    subject: text,
    date: text,
    findings: hostileFindings(text).slice(0, 4),
  };
  return {
    format: "volteface/replay@1",
    ...{ ref: text, commit, merges: 9, comments: [comment, { ...comment, commit, pullRequest: 7 }] },
    months: [text, `${text}2`].map((month) => ({ month, merges: 9, comments: 1 })),
    rules: [{ rule: text, comments: 1, counted: 2 }],
  };
}

export function hostileExplained(text: string): ExplainedFindingView[] {
  const at = { commit, file: text, line: 9 };
  const steps: DerivationStep[] = [
    { kind: "cell", ref: text, stage: text, calls: text },
    { kind: "call", at, call: text, function: text },
    { kind: "via", at: { ...at, commit: text }, function: text },
    { kind: "trigger", trigger: text, expression: text },
    { kind: "guard", condition: text, exit: text },
    { kind: "guard", condition: text, exit: null },
    { kind: "place", at },
    { kind: "change", commit: text, pullRequest: null, subject: text },
  ];
  const states = ["told", "resolved", "stated"] as const;
  return hostileFindings(text)
    .slice(0, states.length)
    .map((finding, index) => ({ finding, state: states[index] ?? "told", steps, rule: hostileRule(text) }));
}
