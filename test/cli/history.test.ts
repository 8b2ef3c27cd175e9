import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Backports, Timeline, Undoes } from "../../src/history/index.js";
import { buildStory } from "../../src/stories/index.js";
import { answers, FakeGithub, type Fault, type PullRequest, pullRequest } from "../fake-github/index.js";
import { volteface } from "./fake-io.js";

let directory = "";
let repo = "";

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "volteface-cli-"));
  repo = join(directory, "story");
  await buildStory("kube-ovn-migration", repo);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const rules = ["--rules", "kube-ovn/live-migration"];
const json = ["--format", "json"];
const parse = <T>(out: string): T[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

describe("volteface timeline", () => {
  const timeline = async (...more: string[]) => volteface(["timeline", "--repo", repo, ...rules, ...more]);

  it("tells the default branch, one line of JSON for each behavior", async () => {
    const { code, out, err } = await timeline(...json);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [answer, ...more] = parse<Timeline>(out);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({
      format: "volteface/timeline@1",
      behavior: "kube-ovn/live-migration",
      ref: "master",
    });
    const undone = answer?.events
      .find(({ pullRequest }) => pullRequest === 5873)
      ?.relations.find(({ kind }) => kind === "undoes");
    expect(undone).toMatchObject({ pullRequest: 5833, extent: "partial", stages: ["succeeded", "failed"] });
  });

  it("echoes the ref as typed, and tells every branch when asked", async () => {
    const of = async (...more: string[]) =>
      parse<Timeline>((await timeline(...json, ...more)).out).map(({ ref }) => ref);
    expect(await of("refs/heads/release-1.13")).toEqual(["refs/heads/release-1.13"]);
    expect(await of("--all-branches")).toEqual(expect.arrayContaining(["master", "release-1.12", "release-1.16"]));
  });

  it("shows proposals unless told not to", async () => {
    const proposed = async (...more: string[]) =>
      parse<Timeline>((await timeline(...json, ...more)).out).flatMap(({ events }) =>
        events.filter(({ state }) => state !== "merged").map(({ pullRequest }) => pullRequest),
      );
    expect(await proposed()).toEqual([6242]);
    expect(await proposed("--no-proposals")).toEqual([]);
  });

  it("says at once what a maintainer should know", async () => {
    const { out } = await timeline();
    expect(out.split("\n\n")[0]).toContain("#5873 (2025-11-07) took back\npart of #5833, at succeeded and failed.");
    expect(out).toContain("undoes part of #5833, at succeeded and failed; its message does not say so");
    expect(out).toContain("--deep also");
    expect((await timeline("--deep")).out).toContain("every source file that was ever changed");
  });

  it("takes one ref", async () => {
    const { code, err } = await timeline("master", "release-1.13");
    expect({ code, err }).toEqual({
      code: 2,
      err: 'volteface: volteface timeline does not take the argument "release-1.13".\n',
    });
  });

  it("links to the repository that --github names, also on a server of one's own", async () => {
    const markdown = ["--format", "markdown", "--github", "a/b"];
    expect((await timeline(...markdown)).out).toContain("(https://github.com/a/b/pull/5873)");
    const { out } = await volteface(["timeline", "--repo", repo, ...rules, ...markdown], {
      env: { GITHUB_SERVER_URL: "https://git.example.org/" },
    });
    expect(out).toContain("(https://git.example.org/a/b/pull/5873)");
  });
});

describe("volteface timeline --github", () => {
  /** GitHub has one proposal in a/b; `fault` strikes whoever asks for it. */
  const asking = async (proposal: Partial<PullRequest>, fault?: Fault, token?: string) => {
    await using github = await FakeGithub.start();
    const repository = await github.people.createRepository({ name: "a/b" });
    repository.pulls.push(pullRequest(6242, proposal));
    if (fault !== undefined) github.faults.at("pulls/6242", fault);
    const argv = ["timeline", "--repo", repo, ...rules, "--github", "a/b"];
    const secret = token ?? github.owners.personToken("lin", [repository]);
    const outcome = await volteface(argv, { env: { GITHUB_API_URL: github.url, GITHUB_TOKEN: secret } });
    if (secret !== "") expect(outcome.err).not.toContain(secret);
    return { ...outcome, asked: github.state.requests.map(({ method, path }) => `${method} ${path}`) };
  };
  const unknown = "Whether they are open or closed is not known here";

  it("asks GitHub about proposals", async () => {
    const { out, err, asked } = await asking({
      state: "closed",
      title: "Clean again",
      labels: ["kubevirt"],
      body: "Fixes #6220",
    });
    expect({ err, asked }).toEqual({ err: "", asked: ["GET /repos/a/b/pulls/6242"] });
    expect(out).toMatch(/#6242 [0-9a-f]{10} Clean again, by 左岸 \(closed\)/);
    expect(out).toContain("  - labelled kubevirt\n  - says that it closes #6220\n");
    expect(out).not.toContain(unknown);
  });

  it("says in one line what went wrong, and tells what it knows without", async () => {
    const { code, out, err } = await asking({}, answers(401, { message: "Bad credentials" }));
    expect(code).toBe(0);
    expect(err).toMatch(/^volteface: GitHub does not accept the token .*\n$/);
    expect(out).toContain("#6242");
    expect(out).toContain(unknown);
  });

  it("asks nothing without a token", async () => {
    const { out, err, asked } = await asking({}, answers(500, {}), "");
    expect({ err, asked }).toEqual({ err: "", asked: [] });
    expect(out).toContain(unknown);
  });
});

describe("volteface backports", () => {
  const backports = async (...more: string[]) => volteface(["backports", "--repo", repo, ...rules, ...more]);

  it("looks at the branches it is told to, in their order", async () => {
    const { code, out, err } = await backports("--from", "master", "--to", "release-1.14", "release-1.13", ...json);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [answer] = parse<Backports>(out);
    expect(answer).toMatchObject({
      format: "volteface/backports@1",
      from: "master",
      refs: ["release-1.14", "release-1.13"],
    });
    const found = answer?.changes.find(({ pullRequest }) => pullRequest === 6239);
    expect(found?.on["release-1.14"]).toMatchObject({ status: "present" });
  });

  it("asks about what is missing, and fails on it only as far as it is told to", async () => {
    const to = ["--to", "release-1.14"];
    const { code, out } = await backports(...to);
    expect(out.split("\n")[0]).toBe("release-1.14 does not have #6241: is it meant to be there?");
    expect(code).toBe(0);
    expect((await backports(...to, "--fail-on", "notice")).code).toBe(1);
    expect((await backports(...to, "--fail-on", "warning")).code).toBe(0);
    expect((await backports("--to", "release-1.16", "--fail-on", "notice")).code).toBe(0);
  });

  it("tells an unknown branch with the nearest name", async () => {
    const { code, err } = await backports("--to", "relase-1.14");
    expect({ code, err }).toEqual({
      code: 2,
      err: 'volteface: there is no branch, tag or commit "relase-1.14"; did you mean "release-1.14"?\n',
    });
  });
});

describe("volteface undoes", () => {
  const undoes = async (...more: string[]) => volteface(["undoes", "--repo", repo, ...more]);

  it("answers each change as typed", async () => {
    const { code, out } = await undoes("master", "#6242", ...json);
    expect(code).toBe(0);
    const [answer] = parse<Undoes>(out);
    expect(answer?.format).toBe("volteface/undoes@1");
    expect(answer?.answers.map(({ change }) => change)).toEqual(["master", "#6242"]);
    expect(answer?.answers[1]?.undone[0]).toMatchObject({ pullRequest: 5873, confidence: "high" });
  });

  it("fails on a silent undo only as far as it is told to", async () => {
    expect((await undoes("#6242")).code).toBe(0);
    expect((await undoes("#6242", "--fail-on", "warning")).code).toBe(1);
    expect((await undoes("#6242", "--fail-on", "failure")).code).toBe(0);
  });

  it("needs a change", async () => {
    expect(await undoes()).toEqual({
      code: 2,
      out: "",
      err: "volteface: an argument is missing: volteface undoes change.\n",
    });
  });
});

describe("volteface report", () => {
  it("begins with the sentences of a reader in a hurry", async () => {
    const { code, out } = await volteface([
      "report",
      "--repo",
      repo,
      ...rules,
      "master",
      "release-1.14",
      "release-1.12",
    ]);
    expect(code).toBe(0);
    expect(out.slice(0, out.indexOf("\n\n")).replaceAll("\n  ", " ")).toBe(
      [
        "- Where branches disagree: release-1.12 differs from master in what it does at pod-deleted; 1 more gets there differently (trigger or conditions).",
        "- How they came to: on master, #5873 (2025-11-07) took back part of #5833, at succeeded and failed. #6242, not merged, would take back #5873.",
        "- What is missing where: release-1.14 does not have #6241: is it meant to be there? 1 more question below.",
        "- What asks for attention: Nothing on master asks for attention.",
      ].join("\n"),
    );
  });

  it("is one object for each behavior as JSON", async () => {
    const { out } = await volteface(["report", "--repo", repo, ...rules, ...json]);
    const [answer] = parse<Record<string, unknown>>(out);
    expect(Object.keys(answer ?? {})).toEqual([
      "format",
      "behavior",
      "summary",
      "matrix",
      "timeline",
      "backports",
      "findings",
    ]);
    expect(answer).toMatchObject({ format: "volteface/report@1", behavior: "kube-ovn/live-migration" });
    expect(answer?.summary).toHaveLength(4);
  });

  it("fails on differences and gaps only as far as it is told to", async () => {
    const codeOf = async (...more: string[]) => (await volteface(["report", "--repo", repo, ...rules, ...more])).code;
    expect(await codeOf("master", "release-1.12", "--fail-on", "warning")).toBe(1);
    expect(await codeOf("master", "release-1.16", "--fail-on", "notice")).toBe(0);
  });
});

describe("volteface demo", () => {
  it("prints the whole report on the story, and leaves nothing behind", async () => {
    const demos = () => readdirSync(tmpdir()).filter((name) => name.startsWith("volteface-demo-"));
    const before = demos();
    const { code, out, err } = await volteface(["demo"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^volteface: demo: .* 7 branches\.\n$/);
    for (const part of ["Where branches disagree\n═", "How they came to\n═", "What is missing where\n═"])
      expect(out).toContain(part);
    expect(out).toContain("release-1.12-mc");
    expect(out).toContain("#6242");
    expect(demos()).toEqual(before);
  });
});
