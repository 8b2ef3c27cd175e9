import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writtenSettings } from "../../../src/config/written-settings.js";
import { annotationCommand } from "../../../src/github/workflow/workflow-command.js";
import { volteface } from "../../cli/fake-io.js";
import { FakeGithub, type Repository } from "../../fake-github/index.js";
import { MigrationStory } from "../app/migration-story.js";

let story: MigrationStory;
let github: FakeGithub;
let repository: Repository;
let directory: string;
beforeAll(async () => {
  story = await MigrationStory.build();
  github = await FakeGithub.start();
  repository = await story.host(github);
  await github.people.openPullRequest(repository, { head: "undo", title: "fix migrate failed", number: 5873 });
  directory = mkdtempSync(join(tmpdir(), "volteface-action-"));
  const git = (...words: string[]) => execFileSync("git", words, { cwd: directory, stdio: "ignore" });
  git("init", "clone");
  git("-C", "clone", "remote", "add", "origin", repository.directory);
  git("-C", "clone", "fetch", repository.directory, "+refs/heads/*:refs/remotes/origin/*");
});
afterAll(async () => {
  story.remove();
  rmSync(directory, { recursive: true, force: true });
  await github.close();
});

/** Runs the step as the runner does. */
async function step(token: string, more: Readonly<Record<string, string>> = {}) {
  const [eventPath, summary] = [join(directory, "event.json"), join(directory, "summary.md")];
  const [pull] = repository.pulls;
  writeFileSync(eventPath, JSON.stringify({ pull_request: pull }));
  writeFileSync(summary, "");
  const env = {
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_REPOSITORY: "kubeovn/kube-ovn",
    GITHUB_API_URL: github.url,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_TOKEN: token,
    HOME: directory,
    ...more,
  };
  const outcome = await volteface(["action", "--repo", join(directory, "clone")], { env });
  return { ...outcome, summary: readFileSync(summary, "utf8") };
}
const comments = () => repository.comments.map(({ author, body }) => `${author}: ${body.split("\n")[1]}`);

describe("the Action", () => {
  it("writes the summary and notes, and no comment, where the token may only read", async () => {
    const token = github.owners.workflowToken(repository, { contents: "read", pull_requests: "read" });
    const { code, out, err, summary } = await step(token);
    expect(code).toBe(0);
    expect(summary).toMatch(/^\*\*This takes back part of/);
    expect(out).toMatch(
      /^::warning file=pkg\/controller\/kubevirt\.go,line=69,title=volteface%3A undoes::This takes back part of #5833/,
    );
    expect(err).toMatch(/^volteface: no comment was written: GitHub .* The summary of the step has it all\.\n$/);
    expect(comments()).toEqual([]);
  });

  it("keeps one comment where the token allows it, and fails where the inputs say so", async () => {
    const token = github.owners.workflowToken(repository, { contents: "read", pull_requests: "write" });
    expect((await step(token)).code).toBe(0);
    expect(await step(token, { INPUT_FAIL_ON: "warning" })).toMatchObject({ code: 1, err: "" });
    expect(comments()).toEqual([expect.stringMatching(/^github-actions\[bot\]: \*\*This takes back part of/)]);
  });

  it("goes by its inputs, and tells what is wrong with them", async () => {
    expect((await step("", { INPUT_LANGUAGE: "zh-CN" })).summary).toContain("这是有意的吗");
    expect(await step("", { INPUT_ANNOTATIONS: "many" })).toMatchObject({ code: 2, out: "" });
    expect(await step("", { GITHUB_EVENT_PATH: "/none", GITHUB_EVENT_NAME: "push" })).toMatchObject({
      code: 2,
      err: "volteface: this workflow runs for push and not for a pull request; let it run on pull_request.\n",
    });
  });

  it("has an input for every setting, and hands each over", () => {
    const { inputs, runs } = parse(readFileSync(new URL("../../../action.yml", import.meta.url), "utf8"));
    const settings = Object.keys(writtenSettings.shape);
    expect(Object.keys(inputs).sort()).toEqual(["token", ...settings].sort());
    const handed = Object.entries(runs.steps[1].env).filter(([name]) => name.startsWith("INPUT_"));
    expect(Object.fromEntries(handed)).toEqual(
      Object.fromEntries(
        settings.map((name) => [`INPUT_${name.toUpperCase().replaceAll("-", "_")}`, `\${{ inputs.${name} }}`]),
      ),
    );
  });

  it("escapes what the runner would take for a command", () => {
    const note = { path: "a,b:c.go", line: 3, level: "failure", title: "x::y", message: "50%\n::error::no" } as const;
    expect(annotationCommand(note)).toBe("::error file=a%2Cb%3Ac.go,line=3,title=x%3A%3Ay::50%25%0A::error::no");
  });
});
