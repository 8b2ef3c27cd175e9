import { describe, expect, it } from "vitest";
import { findingSentence, langs, messagesIn, plain } from "../../../src/report/index.js";
import type { FindingFacts } from "../../../src/review/index.js";

const undone = { commit: "9681fc70d4", pullRequest: 5833, subject: "clean migrate state (#5833)", closes: [] };
const fix = { ...undone, pullRequest: null, subject: "compare the id" };
const cell = { stage: "succeeded", operation: null, kind: "calls" as const, before: "Clean", after: "Reset(false)" };
const guarded = {
  rule: "guarded-cleanup",
  cleaner: "Reset",
  keys: ["strategy"],
  guardedBy: "chassis",
  reachedBy: [],
  condition: "!ok",
} as const;
const early = {
  rule: "early-return-before-cleanup",
  skipped: [
    { stage: "succeeded", call: "Reset(false)" },
    { stage: "failed", call: "Reset(true)" },
  ],
  condition: "m.Completed",
  exit: "return nil",
  function: "handle",
} as const;

const all: readonly FindingFacts[] = [
  { rule: "asymmetry", setter: "Set", cleaner: "Clean", keys: ["chassis", "strategy"] },
  guarded,
  { ...guarded, reachedBy: ["Set", "Clean"] },
  {
    rule: "missing-stage",
    stage: "failed",
    others: [
      { ref: "main", calls: "Reset(true)" },
      { ref: "v2", calls: "Reset(true)" },
    ],
  },
  { rule: "unused-operation", operation: "Reset", function: "ResetOptions" },
  {
    rule: "two-flows",
    stage: "started",
    flows: [
      { trigger: "crd-status", calls: "Set", function: "handle" },
      { trigger: "pod-label", calls: "Clean → Set", function: "allocate" },
    ],
  },
  early,
  { ...early, condition: "!m.Completed", exit: null },
  { rule: "uncleaned-key", key: "strategy", writer: "SetOptions" },
  { rule: "unowned-cleanup", stage: "pod-deleted", call: "Clean", keys: ["chassis"] },
  {
    rule: "undoes",
    extent: "partial",
    by: "behavior",
    undone,
    cells: [cell, { ...cell, stage: null, operation: "Clean" }],
  },
  { rule: "undoes", extent: "full", by: "lines", undone: fix, cells: [] },
  { rule: "missing-backport", change: undone, missingOn: ["v1", "v2"] },
  { rule: "hazard", hazard: "stale", message: "The state may be old.", text: "x", function: "handle" },
];

const told = (lang: "en" | "zh-CN") => all.map((facts) => plain(findingSentence(facts, messagesIn(lang), null)));

describe("the sentence of a finding", () => {
  it("states a fact and asks, in English", () => {
    expect(told("en")).toEqual([
      "Set writes chassis and strategy, and Clean does not remove them. Should it?",
      "Reset removes strategy only where chassis is present. Nothing seen here leaves the one without the other. Will that stay so?",
      "Reset removes strategy only where chassis is present, and after Set → Clean strategy stands alone. What removes it then?",
      "Nothing happens at failed, where main and v2 have Reset(true). Is that meant?",
      "Reset (ResetOptions) is defined, and nothing calls it. Is it still needed?",
      "started is served by 2 flows: crd-status (Set in handle) and pod-label (Clean → Set in allocate). Can they meet?",
      "With m.Completed, which holds once it is over, handle leaves by return nil before Reset(false) at succeeded and Reset(true) at failed. Is that meant?",
      "handle reaches Reset(false) at succeeded and Reset(true) at failed only under !m.Completed, which does not hold once it is over. Is that meant?",
      "SetOptions sets strategy, and nothing seen here removes it. What does?",
      "Clean at pod-deleted removes chassis from something that others share, and does not ask whose it is. May somebody still need it?",
      "This takes back part of #5833 “clean migrate state”: at succeeded Clean becomes Reset(false); in Clean Clean becomes Reset(false), as it was before #5833. Is that intended?",
      "This takes back 9681fc70d4 “compare the id”. Is that intended?",
      "#5833 “clean migrate state” is not on v1 and v2. Is it meant for those branches?",
      "In handle: The state may be old.",
    ]);
  });

  it("states a fact and asks, in Chinese", () => {
    expect(told("zh-CN")).toMatchInlineSnapshot(`
      [
        "Set 会写入 chassis 和 strategy，但 Clean 不会删除。是否应当一并删除？",
        "Reset 只在 chassis 存在时才删除 strategy。目前没有发现只剩其一的路径。以后也会如此吗？",
        "Reset 只在 chassis 存在时才删除 strategy，而经过 Set → Clean 之后只剩下 strategy。之后由谁来删除？",
        "在 failed 阶段这里什么也不做，而 main 和 v2 会执行 Reset(true)。这是有意的吗？",
        "Reset（ResetOptions）已定义，但没有任何地方调用。还需要它吗？",
        "started 阶段由 2 条流程处理：crd-status（handle 中的 Set） 和 pod-label（allocate 中的 Clean → Set）。它们会同时发生吗？",
        "handle 在 m.Completed 成立时以 return nil 提前返回，而流程结束后该条件成立，因此走不到 succeeded 阶段的 Reset(false) 和 failed 阶段的 Reset(true)。这是有意的吗？",
        "handle 只在 !m.Completed 成立时才会走到 succeeded 阶段的 Reset(false) 和 failed 阶段的 Reset(true)，而流程结束后该条件不成立。这是有意的吗？",
        "SetOptions 会写入 strategy，但没有发现任何地方删除它。由谁来删除？",
        "pod-deleted 阶段的 Clean 会从多方共用的对象上删除 chassis，却没有检查它属于谁。是否可能还有别人需要？",
        "本次改动撤销了 #5833“clean migrate state”的一部分：succeeded 阶段由 Clean 变回 Reset(false)；操作 Clean 中由 Clean 变回 Reset(false)，与 #5833 之前相同。这是有意的吗？",
        "本次改动撤销了 9681fc70d4“compare the id”。这是有意的吗？",
        "#5833“clean migrate state”不在 v1 和 v2 上。是否需要移植过去？",
        "handle 中：The state may be old.",
      ]
    `);
  });

  it.each(langs)("keeps what came from outside apart from its own words in %s", (lang) => {
    const marked = JSON.parse(
      JSON.stringify(all, (key, value: unknown) =>
        typeof value === "string" && !["rule", "extent", "by"].includes(key) ? `<${value}>` : value,
      ),
    ) as FindingFacts[];
    for (const facts of marked) {
      const words = findingSentence(facts, messagesIn(lang), null).filter((part) => typeof part === "string");
      expect(words.join(""), facts.rule).not.toContain("<");
    }
  });
});
