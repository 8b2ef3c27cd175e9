import { describe, expect, it } from "vitest";
import { hashOf, marked, markedAsFolded } from "../../../src/github/publish/marker.js";
import { type CommentState, planComment } from "../../../src/github/publish/plan-comment.js";

const none: CommentState = { own: null, duplicates: [], lastHash: null, repliedTo: false, draft: false };
const said = {
  mayComment: true,
  seen: true,
  worthAComment: true,
  body: "**This takes back #5833.**\n",
  folded: "Nothing is left to say here.",
  mergeBase: "a".repeat(40),
  head: "b".repeat(40),
};
const body = marked(said.body, said);
const there = { ...none, own: { id: 7, body } };
const folded = { ...none, own: { id: 7, body: markedAsFolded("As of an earlier commit.") } };
const quiet = { ...said, worthAComment: false };
const off = { ...said, mayComment: false };
const nothing = { kind: "nothing" };

describe("the one comment", () => {
  it.each([
    ["is written when there is something to say", none, said, { kind: "create", body }],
    ["is not written when there is nothing", none, quiet, nothing],
    ["is not written where the repository wants none", none, off, nothing],
    ["is not written on a draft", { ...none, draft: true }, said, nothing],
    ["stays as it is while its text is the same", there, said, nothing],
    [
      "stays, though GitHub changed its line ends",
      { ...none, own: { id: 7, body: body.replaceAll("\n", "\r\n") } },
      said,
      nothing,
    ],
    [
      "is changed with its text, also on a draft",
      { ...there, draft: true },
      { ...said, body: "Other." },
      { kind: "update", id: 7, body: marked("Other.", said) },
    ],
    ["is folded when nothing is left to say", there, quiet, { kind: "fold", id: 7, body: markedAsFolded(said.folded) }],
    ["stays folded, whatever the line would say now", folded, quiet, nothing],
    ["is unfolded when there is something again", folded, said, { kind: "update", id: 7, body }],
    ["goes when the repository wants none any more", there, off, { kind: "delete", id: 7 }],
    [
      "is folded, not deleted, when people wrote after it",
      { ...there, repliedTo: true },
      off,
      { kind: "fold", id: 7, body: markedAsFolded(said.folded) },
    ],
    ["is not written again after a person deleted it", { ...none, lastHash: hashOf(body) }, said, nothing],
    [
      "is written again when there is something else to say",
      { ...none, lastHash: hashOf("x") },
      said,
      { kind: "create", body },
    ],
  ])("%s", (_, state, analysis, plan) => {
    expect(planComment(state, analysis)).toEqual(plan);
  });
});
