import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type BuiltStory, buildStory, readStory, storyNames } from "../../src/stories/index.js";

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "volteface-stories-"));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(scratch, { recursive: true }));

function git(directory: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd: directory, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

const stories = await storyNames();

test("there are stories", () => {
  expect(stories).toEqual([
    "hostile-names",
    "kube-ovn-migration",
    "moved-file",
    "multi-value-return",
    "null-case",
    "syntax-errors",
    "two-operations",
  ]);
});

describe.each(stories)("%s", (story) => {
  let built: BuiltStory;
  beforeAll(async () => {
    built = await buildStory(story, join(scratch, story));
  });

  test("has the refs it always had", () => {
    expect(built.refs).toMatchSnapshot();
  });

  test("is the same when built again, whatever the user's settings are", async () => {
    const settings = join(scratch, "gitconfig");
    await writeFile(settings, "[core]\n\tautocrlf = true\n[i18n]\n\tcommitEncoding = latin1\n");
    vi.stubEnv("GIT_CONFIG_GLOBAL", settings);
    vi.stubEnv("GIT_COMMITTER_NAME", "Somebody");
    vi.stubEnv("GIT_DEFAULT_HASH", "sha256");
    vi.stubEnv("TZ", "Asia/Tokyo");
    const again = await buildStory(story, join(scratch, `${story}-again`));
    expect(again).toEqual({ ...built, directory: again.directory });
  });

  test("is a repository that git finds nothing wrong with", () => {
    expect(git(built.directory, "fsck", "--strict", "--no-dangling")).toBe("");
    expect(git(built.directory, "for-each-ref").trim().split("\n")).toHaveLength(Object.keys(built.refs).length);
  });

  test("expects something of refs and commits it has", async () => {
    const { matrix, triggers, operations, writers, status, timelines } = (await readStory(story)).expect;
    expect(Object.keys(matrix)).not.toEqual([]);
    const expected = [matrix, triggers, operations, writers, status, timelines].flatMap((byRef) => Object.keys(byRef));
    const known = Object.keys(built.refs).map((ref) =>
      ref.replace(/^refs\/(heads|tags)\//, "").replace(/^refs\/pull\/(\d+)\/head$/, "#$1"),
    );
    expect(known).toEqual(expect.arrayContaining(expected));
    const events = Object.values(timelines).flat();
    expect(Object.keys(built.commits)).toEqual(expect.arrayContaining(events.map((event) => event.commit)));
  });
});

test("a message may name an earlier commit by its id", async () => {
  const { directory, commits } = await buildStory("kube-ovn-migration", join(scratch, "named"));
  expect(git(directory, "log", "-1", "--format=%B", "release-1.13")).toBe(
    `Revert "clean migrate state when migrate is done (#5833)"

This reverts commit ${commits["1.13-5833"]}.

Machines of this branch drop packets for seconds after they have moved.

`,
  );
});

test("a pick keeps the author and has its own committer", async () => {
  const { directory } = await buildStory("kube-ovn-migration", join(scratch, "picked"));
  const format = "--format=%an %aI, %cn %cI";
  expect(git(directory, "log", "-1", format, "release-1.15")).toBe(
    "Odd Haugen 2026-02-02T01:26:02-05:00, Odd Haugen 2026-03-30T15:00:00+02:00\n",
  );
});

test("the founding fix is on release-1.14 without its number and without its patch-id", async () => {
  const { directory, commits } = await buildStory("kube-ovn-migration", join(scratch, "patch-id"));
  const [original = "", picked = ""] = ["6239", "1.14-6239"].map((id) => commits[id]);
  const patchId = (commit: string): string =>
    execFileSync("git", ["patch-id", "--stable"], { input: git(directory, "show", commit), encoding: "utf8" }).slice(
      0,
      40,
    );
  expect(patchId(picked)).not.toBe(patchId(original));
  expect(git(directory, "log", "release-1.14", "--format=%B")).not.toContain("6239");
  expect(git(directory, "cherry", "release-1.14", original, `${original}^`)).toMatch(`+ ${original}`);
});

test("an unknown story is told with the names of those that exist", async () => {
  await expect(buildStory("nothing", join(scratch, "nothing"))).rejects.toMatchObject({
    code: "unknown-story",
    fields: { story: "nothing", known: stories.join(", ") },
  });
});

test("nothing is written into a directory that holds something", async () => {
  const directory = await mkdtemp(join(scratch, "full-"));
  await writeFile(join(directory, "mine.txt"), "mine");
  await expect(buildStory("null-case", directory)).rejects.toMatchObject({
    code: "directory-not-empty",
    fields: { directory },
  });
  expect(await readdir(directory)).toEqual(["mine.txt"]);
});
