import { afterEach, describe, expect, it } from "vitest";
import type { ProgressEvent } from "../../src/analyze/index.js";
import { GithubPullRequests } from "../../src/github/index.js";
import { codedMessage, langs, messagesIn, plain } from "../../src/report/index.js";
import { type FakeAnswer, type FakeGithub, fakeGithub, pullRequest } from "./fake-github.js";

const TOKEN = "secret-token-123";
let github: FakeGithub | null = null;
afterEach(async () => {
  await github?.close();
  github = null;
});

const numberIn = (path: string): number => Number(/\/pulls\/(\d+)$/.exec(path)?.[1] ?? Number.NaN);

/** Looks numbers up, and gives back what was found, what was remarked, and the remarks as people read them. */
async function lookUp(numbers: readonly number[], answer: (path: string) => FakeAnswer | null) {
  github = await fakeGithub(answer);
  const pullRequests = new GithubPullRequests({ owner: "a", repo: "b", token: TOKEN, baseUrl: github.baseUrl });
  const events: ProgressEvent[] = [];
  const listen = (event: ProgressEvent) => void events.push(event);
  const found = await pullRequests.lookUp(numbers, listen);
  const remarks = events.flatMap((event) => (event.kind === "remark" ? [event] : []));
  for (const { code, fields } of remarks) {
    for (const lang of langs) {
      const text = plain(codedMessage(messagesIn(lang).remarks, code, fields));
      expect(text).not.toContain(TOKEN);
      expect(text).not.toContain(`${code} (`);
    }
  }
  return { found, remarks, pullRequests, listen, github };
}

describe("looking pull requests up", () => {
  it("tells state, title, base, labels, closed issues and the merge commit", async () => {
    const { found, remarks, pullRequests, github } = await lookUp([1, 2, 3], (path) => {
      const number = numberIn(path);
      if (number === 1)
        return pullRequest(1, { title: " Two\n lines ", labels: [{ name: "kubevirt" }, { name: "bug" }] });
      if (number === 2)
        return pullRequest(2, { state: "closed", body: "Fixes #12, resolves: #7\ncloses other/repo#9" });
      return pullRequest(3, {
        state: "closed",
        merged: true,
        base: { ref: "release-1.14" },
        merge_commit_sha: "3c".repeat(20),
      });
    });
    const facts = { state: "open", title: "Proposal 2", base: "master", labels: [], closes: [], mergeCommit: null };
    expect([...found].sort(([a], [b]) => a - b)).toEqual([
      [1, { ...facts, title: "Two lines", labels: ["bug", "kubevirt"] }],
      [2, { ...facts, state: "closed", closes: [7, 12] }],
      [3, { ...facts, state: "merged", title: "Proposal 3", base: "release-1.14", mergeCommit: "3c".repeat(20) }],
    ]);
    expect(remarks).toEqual([]);
    expect(pullRequests.answered).toBe(true);
    expect([...github.tokens]).toEqual([`token ${TOKEN}`]);
  });

  it("asks for each number once, however often it is looked up", async () => {
    const { pullRequests, listen, github } = await lookUp([1, 2, 2, 1], (path) => pullRequest(numberIn(path)));
    expect([...(await pullRequests.lookUp([2, 1], listen)).keys()]).toEqual([2, 1]);
    expect(github.asked).toHaveLength(2);
  });

  it("asks a few at a time", async () => {
    let most = 0;
    let now = 0;
    await lookUp(
      Array.from({ length: 40 }, (_, index) => index + 1),
      (path) => {
        now += 1;
        most = Math.max(most, now);
        queueMicrotask(() => {
          now -= 1;
        });
        return pullRequest(numberIn(path));
      },
    );
    expect(most).toBeLessThanOrEqual(4);
  });

  it("names those that GitHub does not know, and tells the others", async () => {
    const { found, remarks, pullRequests } = await lookUp([9, 1, 8], (path) =>
      numberIn(path) === 1 ? pullRequest(1) : { status: 404 },
    );
    expect([...found.keys()]).toEqual([1]);
    expect(remarks).toEqual([
      { kind: "remark", code: "github-no-pull-request", fields: { repository: "a/b", numbers: "#8 #9", count: 2 } },
    ]);
    expect(pullRequests.answered).toBe(true);
  });

  it("tells a repository that the token may not see from pull requests that are gone", async () => {
    const { found, remarks, pullRequests } = await lookUp([1, 2], () => ({ status: 404 }));
    expect(found.size).toBe(0);
    expect(remarks.map(({ code }) => code)).toEqual(["github-no-repository"]);
    expect(pullRequests.answered).toBe(false);
    await github?.close();
    const seen = await lookUp([1, 2], (path) =>
      path === "/repos/a/b" ? { status: 200, body: { id: 1 } } : { status: 404 },
    );
    expect(seen.remarks.map(({ code }) => code)).toEqual(["github-no-pull-request"]);
  });

  it.each<[string, FakeAnswer, string, string]>([
    ["a token that is not accepted", { status: 401 }, "github-unauthorized", "401"],
    ["a token without the right", { status: 403 }, "github-forbidden", "403"],
    [
      "the hourly limit",
      { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795449600" } },
      "github-rate-limited",
      "2026-11-23T16:00:00Z",
    ],
    ["the secondary limit", { status: 403, headers: { "retry-after": "60" } }, "github-rate-limited", "60 s"],
    ["too many requests", { status: 429 }, "github-rate-limited", ""],
    ["an error of the server", { status: 502 }, "github-failed", "502"],
  ])("says %s once, and stops asking", async (_, trouble, code, detail) => {
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
    const { found, remarks, pullRequests, listen, github } = await lookUp(numbers, (path) =>
      numberIn(path) === 1 ? pullRequest(1) : trouble,
    );
    expect([...found.keys()]).toEqual([1]);
    expect(remarks).toEqual([{ kind: "remark", code, fields: { repository: "a/b", detail } }]);
    expect(pullRequests.answered).toBe(false);
    const asked = github.asked.length;
    expect(asked).toBeLessThan(10);
    expect([...(await pullRequests.lookUp([1, 31], listen)).keys()]).toEqual([1]);
    expect(github.asked).toHaveLength(asked);
    expect(remarks).toHaveLength(1);
  });

  it("does without a network, and without an answer that makes sense", async () => {
    const closed = await fakeGithub(() => null);
    await closed.close();
    const { baseUrl } = closed;
    const events: ProgressEvent[] = [];
    const unreachable = new GithubPullRequests({ owner: "a", repo: "b", token: TOKEN, baseUrl });
    expect((await unreachable.lookUp([1], (event) => void events.push(event))).size).toBe(0);
    expect(events).toEqual([
      { kind: "remark", code: "github-unreachable", fields: { repository: "a/b", detail: "ECONNREFUSED" } },
    ]);
    const { found, remarks } = await lookUp([1], () => ({ status: 200, body: { not: "a pull request" } }));
    expect(found.size).toBe(0);
    expect(remarks.map(({ code }) => code)).toEqual(["github-not-understood"]);
  });
});
