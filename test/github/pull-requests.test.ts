import { afterEach, describe, expect, it } from "vitest";
import type { ProgressEvent } from "../../src/analyze/index.js";
import { GithubPullRequests } from "../../src/github/index.js";
import { codedMessage, langs, messagesIn, plain } from "../../src/report/index.js";
import { answers, FakeGithub, type Fault, first, type PullRequest, pullRequest } from "../fake-github/index.js";

let github: FakeGithub | null = null;
afterEach(async () => {
  await github?.close();
  github = null;
});

interface World {
  /** Those that the repository a/b has. */
  readonly pulls?: readonly PullRequest[];
  /** Strikes whoever asks for another one than the first. */
  readonly fault?: (token: string) => Fault;
  /** Whether the token may see the repository. */
  readonly seen?: boolean;
}

/** Looks numbers up, and gives back what was found, what was remarked, and the remarks as people read them. */
async function lookUp(numbers: readonly number[], { pulls = [], fault, seen = true }: World) {
  github = await FakeGithub.start();
  const repository = await github.people.createRepository({ name: "a/b", private: true });
  repository.pulls.push(...pulls);
  const token = github.owners.personToken("lin", seen ? [repository] : []);
  if (fault !== undefined) github.faults.at(/^GET .*\/pulls\/(?!1$)/, fault(token), 99);
  const pullRequests = new GithubPullRequests({ owner: "a", repo: "b", token, baseUrl: github.url });
  const events: ProgressEvent[] = [];
  const listen = (event: ProgressEvent) => void events.push(event);
  const found = await pullRequests.lookUp(numbers, listen);
  const remarks = events.flatMap((event) => (event.kind === "remark" ? [event] : []));
  for (const { code, fields } of remarks) {
    for (const lang of langs) {
      const text = plain(codedMessage(messagesIn(lang).remarks, code, fields));
      expect(text).not.toContain(token);
      expect(text).not.toContain(`${code} (`);
    }
  }
  return { found, remarks, pullRequests, listen, token, requests: github.state.requests };
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe("looking pull requests up", () => {
  it("tells state, title, base, labels, closed issues and the merge commit", async () => {
    const pulls = [
      pullRequest(1, { title: " Two\n lines ", labels: ["kubevirt", "bug"] }),
      pullRequest(2, { state: "closed", body: "Fixes #12, resolves: #7\ncloses other/repo#9" }),
      pullRequest(3, {
        state: "closed",
        merged: true,
        base: { ref: "release-1.14", sha: "1".repeat(40) },
        mergeCommit: "3c".repeat(20),
      }),
    ];
    const { found, remarks, pullRequests, requests, token } = await lookUp([1, 2, 3], { pulls });
    const facts = { state: "open", title: "Proposal 2", base: "master", labels: [], closes: [], mergeCommit: null };
    expect([...found].sort(([a], [b]) => a - b)).toEqual([
      [1, { ...facts, title: "Two lines", labels: ["bug", "kubevirt"] }],
      [2, { ...facts, state: "closed", closes: [7, 12] }],
      [3, { ...facts, state: "merged", title: "Proposal 3", base: "release-1.14", mergeCommit: "3c".repeat(20) }],
    ]);
    expect(remarks).toEqual([]);
    expect(pullRequests.answered).toBe(true);
    expect([...new Set(requests.map(({ authorization }) => authorization))]).toEqual([`token ${token}`]);
  });

  it("asks for each number once, however often it is looked up", async () => {
    const pulls = [pullRequest(1), pullRequest(2)];
    const { pullRequests, listen, requests } = await lookUp([1, 2, 2, 1], { pulls });
    expect([...(await pullRequests.lookUp([2, 1], listen)).keys()]).toEqual([2, 1]);
    expect(requests).toHaveLength(2);
  });

  it("asks a few at a time", async () => {
    let most = 0;
    let now = 0;
    const wait = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
    };
    const pulls = upTo(40).map((number) => pullRequest(number));
    const { found } = await lookUp(upTo(40), { pulls, fault: () => first(wait) });
    expect(found.size).toBe(40);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  it("names those that GitHub does not know, and tells the others", async () => {
    const { found, remarks, pullRequests } = await lookUp([9, 1, 8], { pulls: [pullRequest(1)] });
    expect([...found.keys()]).toEqual([1]);
    expect(remarks).toEqual([
      { kind: "remark", code: "github-no-pull-request", fields: { repository: "a/b", numbers: "#8 #9", count: 2 } },
    ]);
    expect(pullRequests.answered).toBe(true);
  });

  it("tells a repository that the token may not see from pull requests that are gone", async () => {
    const { found, remarks, pullRequests } = await lookUp([1, 2], { pulls: [pullRequest(1)], seen: false });
    expect(found.size).toBe(0);
    expect(remarks.map(({ code }) => code)).toEqual(["github-no-repository"]);
    expect(pullRequests.answered).toBe(false);
    await github?.close();
    const seen = await lookUp([1, 2], {});
    expect(seen.remarks.map(({ code }) => code)).toEqual(["github-no-pull-request"]);
  });

  it.each<[string, number, Record<string, string>, string, string]>([
    ["a token that is not accepted", 401, {}, "github-unauthorized", "401"],
    ["a token without the right", 403, {}, "github-forbidden", "403"],
    [
      "the hourly limit",
      403,
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795449600" },
      "github-rate-limited",
      "2026-11-23T16:00:00Z",
    ],
    ["the secondary limit", 403, { "retry-after": "60" }, "github-rate-limited", "60 s"],
    ["too many requests", 429, {}, "github-rate-limited", ""],
    ["an error of the server", 502, {}, "github-failed", "502"],
  ])("says %s once, and stops asking", async (_, status, headers, code, detail) => {
    const { found, remarks, pullRequests, listen, requests } = await lookUp(upTo(30), {
      pulls: [pullRequest(1)],
      fault: (token) => answers(status, { message: `${token} leaks here` }, headers),
    });
    expect([...found.keys()]).toEqual([1]);
    expect(remarks).toEqual([{ kind: "remark", code, fields: { repository: "a/b", detail } }]);
    expect(pullRequests.answered).toBe(false);
    const asked = requests.length;
    expect(asked).toBeLessThan(10);
    expect([...(await pullRequests.lookUp([1, 31], listen)).keys()]).toEqual([1]);
    expect(requests).toHaveLength(asked);
    expect(remarks).toHaveLength(1);
  });

  it("does without a network, and without an answer that makes sense", async () => {
    const closed = await FakeGithub.start();
    await closed.close();
    const events: ProgressEvent[] = [];
    const unreachable = new GithubPullRequests({ owner: "a", repo: "b", token: "secret", baseUrl: closed.url });
    expect((await unreachable.lookUp([1], (event) => void events.push(event))).size).toBe(0);
    expect(events).toEqual([
      { kind: "remark", code: "github-unreachable", fields: { repository: "a/b", detail: "ECONNREFUSED" } },
    ]);
    const { found, remarks } = await lookUp([2], { fault: () => answers(200, { not: "a pull request" }) });
    expect(found.size).toBe(0);
    expect(remarks.map(({ code }) => code)).toEqual(["github-not-understood"]);
  });
});
