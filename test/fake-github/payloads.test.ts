import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { appClient, tokenClient } from "./clients.js";
import { FakeGithub } from "./index.js";

const recorded = createRequire(import.meta.url)("@octokit/webhooks-examples") as readonly {
  readonly name: string;
  readonly examples: readonly object[];
}[];

/** Every way to a value, with its type: `pull_request.head.sha: string`. Null may stand for anything. */
function ways(value: unknown, prefix = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => ways(one, `${prefix}[]`));
  if (typeof value !== "object" || value === null) return [`${prefix}: ${value === null ? "null" : typeof value}`];
  return Object.entries(value).flatMap(([name, one]) => ways(one, prefix === "" ? name : `${prefix}.${name}`));
}

/** Younger than the recordings, or of what was not recorded: Apps that listen, comments on pull requests, edits, merges. */
const YOUNGER = /\.visibility|^installation\.|\.slug|^issue\.pull_request|^changes\.|merged_at/;

test("every field of every payload is one that GitHub's own have, of the same type", async () => {
  await using github = await FakeGithub.start({ webhookUrl: "http://127.0.0.1:1/" });
  const { people, owners } = github;
  const repository = await people.createRepository({ name: "kubeovn/kube-ovn" });
  await people.commit(repository, "master", "begin", { "port.go": "package port\n" });
  const installation = owners.install([repository]);
  await people.commit(repository, "topic", "change", { "port.go": "package port // 2\n" });
  const pull = await people.openPullRequest(repository, { head: "topic", body: "why", labels: ["bug"] });
  const sha = await people.commit(repository, "topic", "more", { "port.go": "package port // 3\n" });
  const comment = people.comment(repository, pull.number, "text");
  people.editComment(repository, comment.id, "other");
  const app = appClient(github.url, github.state.app);
  const { data } = await app.rest.apps.createInstallationAccessToken({ installation_id: installation.id });
  const client = tokenClient(github.url, data.token);
  await client.rest.checks.create({
    owner: "kubeovn",
    repo: "kube-ovn",
    name: "volteface",
    head_sha: sha,
    conclusion: "neutral",
  });
  people.clickReRun(repository, repository.checkRuns[0]?.id ?? 0);
  people.clickReRunAll(repository, sha);
  await people.enterMergeQueue(repository, pull.number);
  await people.editPullRequest(repository, pull.number, { title: "other", body: "because", base: "master" });
  await people.mergePullRequest(repository, pull.number);
  owners.removeRepository(installation, repository);
  owners.remove(installation);
  await github.deliveries.settled();
  const events = new Set(github.state.deliveries.map(({ event }) => event));
  expect([...events].sort()).toEqual([
    "check_run",
    "check_suite",
    "installation",
    "installation_repositories",
    "issue_comment",
    "merge_group",
    "pull_request",
    "push",
  ]);
  for (const { event, payload } of github.state.deliveries) {
    const known = new Set(recorded.find(({ name }) => name === event)?.examples.flatMap((one) => ways(one)));
    const names = new Set([...known].map((way) => way.replace(/: \w+$/, "")));
    const odd = ways(payload).filter((way) => {
      const [name = "", type] = way.split(": ");
      return type === "null"
        ? !names.has(name) && ![...names].some((one) => one.startsWith(`${name}.`))
        : !known.has(way);
    });
    expect(
      odd.filter((way) => !YOUNGER.test(way)),
      event,
    ).toEqual([]);
  }
});
