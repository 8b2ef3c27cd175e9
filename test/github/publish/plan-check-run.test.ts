import { describe, expect, it } from "vitest";
import { annotationKey, type CheckState, planCheckRun } from "../../../src/github/publish/plan-check-run.js";

const note = {
  path: "a.go",
  line: 3,
  level: "warning",
  title: "volteface: undoes",
  message: "Is that intended?",
} as const;
const other = { ...note, line: 9 };
const result = { conclusion: "neutral", title: "One thing", summary: "All of it.\n", annotations: [note] } as const;
const done: CheckState = {
  id: 1,
  completed: true,
  conclusion: "neutral",
  title: "One thing",
  summary: "All of it.",
  annotations: [annotationKey(note)],
};

describe("the check run", () => {
  it.each([
    ["is left alone when it says that already", done, { kind: "nothing", id: 1 }],
    ["is completed", { ...done, completed: false, conclusion: null }, { kind: "update", id: 1, annotations: [] }],
    ["gets another result", { ...done, conclusion: "failure" }, { kind: "update", id: 1, annotations: [] }],
    [
      "gets the notes that it lacks, and none twice",
      { ...done, annotations: [] },
      { kind: "update", id: 1, annotations: [note] },
    ],
    [
      "makes room for a new one when a note is no longer true",
      { ...done, annotations: [annotationKey(other)] },
      { kind: "create", annotations: [note] },
    ],
    ["is made when it is gone", null, { kind: "create", annotations: [note] }],
  ])("%s", (_, state, plan) => {
    expect(planCheckRun(state, result)).toEqual(plan);
  });
});
