import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testStores } from "../../databases/index.js";
import { FakeGithub, type Repository } from "../../fake-github/index.js";
import { AppProcess, until } from "./app-process.js";
import { MigrationStory } from "./migration-story.js";

let story: MigrationStory;
beforeAll(async () => {
  story = await MigrationStory.build();
});
afterAll(() => story.remove());

describe.each(testStores())("the founding story, played live ($name)", ({ installed, place }) => {
  if (!installed) return it.skip("needs PostgreSQL");
  let github: FakeGithub;
  let app: AppProcess;
  let repository: Repository;
  beforeAll(async () => {
    github = await FakeGithub.start();
    repository = await story.host(github);
    app = await AppProcess.start(github, await place());
    github.owners.install([repository]);
  }, 120_000);
  afterAll(async () => {
    await app?.end();
    await github?.close();
  });

  /** Resolves when so many more reviews are done, and nothing is waiting. */
  const whenReviewed = async (act: () => unknown, reviews = 1) => {
    const before = app.jobs("review");
    await act();
    await until(
      () => app.jobs("review") >= before + reviews,
      () => `${reviews} more reviews in ${app.log}`,
    );
    await app.idle();
  };
  const ours = () => repository.comments.filter(({ author }) => author === "volteface[bot]");
  const body = () => ours()[0]?.body ?? "";
  const headline = () => body().split("\n")[1];
  const check = () => repository.checkRuns.at(-1);

  it("comments on what is about to be undone, and says so in the check", async () => {
    await whenReviewed(() =>
      github.people.openPullRequest(repository, { head: "undo", title: "fix migrate failed", number: 5873 }),
    );
    expect(ours()).toHaveLength(1);
    expect(body().split("\n")[0]).toBe(
      `<!-- volteface:report base=${story.commit("5833")} head=${story.commit("5873")} -->`,
    );
    expect(headline()).toBe(
      `**This takes back part of [\`#5833\`](${github.url}/kubeovn/kube-ovn/pull/5833) “clean migrate state when migrate is done”: at \`succeeded\` \`Clean\` becomes \`Reset(false)\`; at \`failed\` \`Clean\` becomes \`Reset(true)\`, as it was before \`#5833\`. Is that intended? 1 more finding below.**`,
    );
    expect(body().split("<details>")[0]?.split("\n").length).toBeLessThanOrEqual(20);
    expect(repository.checkRuns).toHaveLength(1);
    expect(check()).toMatchObject({
      name: "volteface",
      sha: story.commit("5873"),
      externalId: "pull/5873",
      status: "completed",
      conclusion: "neutral",
      output: { title: expect.stringMatching(/^This takes back part of #5833/), text: null },
      annotations: [{ path: "pkg/controller/kubevirt.go", start_line: 69, end_line: 69, annotation_level: "warning" }],
      actions: [{ label: "Run again", identifier: "again" }],
    });
  });

  it("folds to one line when a push takes the undo out again, and unfolds with the next", async () => {
    const fix = story.changed("5873", "5833");
    await whenReviewed(() => github.people.commit(repository, "undo", "keep what #5833 did", fix));
    const head = repository.pulls[0]?.head.sha ?? "";
    expect(body()).toBe(
      `<!-- volteface:report folded -->\nNothing is left to say here: as of \`${head.slice(0, 10)}\`, what stood in this place is no longer so.\n`,
    );
    expect(check()).toMatchObject({ sha: head, conclusion: "success", annotations: [] });
    await whenReviewed(() => github.people.commit(repository, "undo", "no, reset", story.changed("5833", "5873")));
    expect(ours()).toHaveLength(1);
    expect(headline()).toMatch(/^\*\*This takes back part of/);
  });

  it("writes nothing when nothing has changed", async () => {
    const before = github.writes.length;
    await whenReviewed(() => github.people.clickReRunAll(repository, repository.pulls[0]?.head.sha ?? ""));
    // The check is shown to run, and to end.
    expect(github.writes.slice(before).map(({ method, path }) => `${method} ${path}`)).toEqual([
      `PATCH /repos/kubeovn/kube-ovn/check-runs/${check()?.id}`,
      `PATCH /repos/kubeovn/kube-ovn/check-runs/${check()?.id}`,
    ]);
    const again = github.writes.length;
    await whenReviewed(() => github.people.editPullRequest(repository, 5873, { body: "Please look." }));
    expect(github.writes.slice(again)).toEqual([]);
  });

  it("does what people with write access ask for, in the one comment", async () => {
    let asked = github.people.comment(repository, 5873, "/volteface compare master release-1.13", { by: "mei" });
    await whenReviewed(() => asked);
    expect(asked.reactions.map(({ content }) => content)).toEqual(["eyes", "+1"]);
    expect(ours()).toHaveLength(1);
    expect(body()).toContain("<summary>`/volteface compare master release-1.13`, asked by mei</summary>");
    await whenReviewed(() => {
      asked = github.people.comment(repository, 5873, "/volteface compere", { by: "mei" });
    });
    expect(asked.reactions.map(({ content }) => content)).toEqual(["eyes", "confused"]);
    expect(body()).toContain("There is no command `compere`; there are");
    await whenReviewed(() => {
      asked = github.people.comment(repository, 5873, "/volteface ignore 0123456789ab we know", { by: "mei" });
    });
    expect(asked.reactions.map(({ content }) => content)).toEqual(["eyes", "confused"]);
    expect(body()).toContain("There is no finding `0123456789ab` on this pull request, so nothing is ignored.");
    await whenReviewed(() => {
      asked = github.people.comment(repository, 5873, "/volteface ignore 01234567 we know", { by: "mei" });
    });
    expect(asked.reactions.map(({ content }) => content)).toEqual(["eyes", "confused"]);
    const [, id] = /finding `([0-9a-f]{8})[0-9a-f]{4}` of the rule `missing-backport`/.exec(body()) ?? [];
    await whenReviewed(() => {
      asked = github.people.comment(repository, 5873, `/volteface ignore ${id} we know`, { by: "mei" });
    });
    expect(asked.reactions.map(({ content }) => content)).toEqual(["eyes", "+1"]);
    expect(body()).toContain("Accepted before by mei: “we know”");
    const stranger = github.people.comment(repository, 5873, "/volteface ignore x because", {
      by: "nobody-in-particular",
    });
    await until(() => stranger.reactions.length > 0);
    expect(stranger.reactions.map(({ content }) => content)).toEqual(["confused"]);
  });

  it("takes a reason for an answer, keeps it and shows it", async () => {
    await whenReviewed(() =>
      github.people.comment(repository, 5873, "/volteface intended we need both keys", { by: "mei" }),
    );
    expect(body()).toContain("Accepted before by mei: “we need both keys”");
    expect(headline()).not.toContain("takes back");
    expect(check()?.conclusion).not.toBe("failure");
  });

  it("shows after the merge, on the next pull request, where the change is missing", async () => {
    await github.people.mergePullRequest(repository, 5873, { by: "mei" });
    await github.people.commit(repository, "next", "rename a thing", story.changed("6066", "6081"));
    await whenReviewed(() =>
      github.people.openPullRequest(repository, { head: "next", title: "rename a thing", number: 6081 }),
    );
    expect(repository.checkRuns.at(-1)).toMatchObject({ externalId: "pull/6081", status: "completed" });
    expect(repository.checkRuns.at(-1)?.output.summary).toContain("release-1.14");
  });

  it("makes the check that a merge queue waits for", async () => {
    const head = await github.people.enterMergeQueue(repository, 6081);
    await until(() => repository.checkRuns.some(({ sha, status }) => sha === head && status === "completed"));
    expect(repository.checkRuns.at(-1)).toMatchObject({ externalId: "merge-queue", sha: head });
  });

  it("finds nothing to do when it looks through everything again, and shows no secret", async () => {
    const before = github.writes.length;
    await whenReviewed(async () => {
      github.owners.suspend(github.state.installations[0] as never, false);
      await until(() => app.jobs("reconcile") >= 2);
    }, 0);
    expect(github.writes.slice(before)).toEqual([]);
    expect(app.jobs("review", "failed")).toBe(0);
    for (const { value } of github.state.tokens) expect(app.log).not.toContain(value);
    expect(app.log).not.toContain("migrate failed");
  });
});
