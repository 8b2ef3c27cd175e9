import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inputLayer } from "../../../src/config/index.js";
import { type AnalysisRequest, analyseChange } from "../../../src/github/analysis/index.js";
import { planComment } from "../../../src/github/publish/plan-comment.js";
import { MigrationStory } from "../app/migration-story.js";

let story: MigrationStory;
let draft: AnalysisRequest;
beforeAll(async () => {
  story = await MigrationStory.build();
  draft = {
    directory: story.built.directory,
    webUrl: "https://github.com/kubeovn/kube-ovn",
    base: story.commit("5833"),
    head: story.commit("5873"),
    number: 5873,
    draft: true,
    text: { title: "fix", description: "" },
    dispositions: [],
    commands: [],
  };
});
afterAll(() => story.remove());

async function analysed(drafts: string, more: Partial<AnalysisRequest> = {}) {
  const read = await inputLayer({ INPUT_DRAFTS: drafts });
  if (!read.ok) throw new Error("the input is right");
  return await analyseChange({ ...draft, ...more }, [read.layer]);
}

describe("a draft", () => {
  it("is looked at like any other pull request unless the settings say otherwise", async () => {
    expect(await analysed("on")).toMatchObject({ seen: true, worthAComment: true, conclusion: "neutral" });
  });

  it("is not looked at with drafts: off, and what was said before stays", async () => {
    const found = await analysed("off");
    expect(found).toEqual({
      base: story.commit("5833"),
      mergeBase: null,
      head: story.commit("5873"),
      seen: false,
      mayComment: false,
      worthAComment: false,
      title: "Not looked at: it is a draft",
      body: "The settings of this repository say `drafts: off`. It is looked at when it is ready for review, or when somebody gives a command.",
      folded: "",
      conclusion: "neutral",
      annotations: [],
    });
    const own = { id: 1, body: "said before" };
    const state = { own, duplicates: [], lastHash: null, repliedTo: false, draft: true };
    expect(planComment(state, found)).toEqual({ kind: "nothing" });
  });

  it("is looked at when it is ready, or when somebody gives a command", async () => {
    expect(await analysed("off", { draft: false })).toMatchObject({ seen: true });
    const asked = [{ command: { verb: "help" }, author: "mei" }] as const;
    expect(await analysed("off", { commands: asked })).toMatchObject({ seen: true });
  });
});
