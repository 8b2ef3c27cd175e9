import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildStory } from "../../src/stories/index.js";
import { appClient, tokenClient } from "./clients.js";
import { budgetSpent, FakeGithub, fails, lost, type Registration, tooManyRequests, truncates } from "./index.js";

const AT = { owner: "kubeovn", repo: "kube-ovn" };

/** A GitHub with one private repository and one pull request, and a client of the App's installation there. */
async function opened(registration: Registration = {}) {
  const github = await FakeGithub.start(registration);
  const { people, owners } = github;
  const repository = await people.createRepository({
    name: "kubeovn/kube-ovn",
    private: true,
    collaborators: { lin: "write" },
  });
  await people.commit(repository, "master", "begin", {
    "port.go": "package port\n\nvar A = 1\n",
    "old.go": "package port\n",
  });
  const sha = await people.commit(repository, "topic", "change", {
    "port.go": "package port\n\nvar A = 2\n",
    "old.go": null,
  });
  const pull = await people.openPullRequest(repository, { head: "topic" });
  const installation = owners.install([repository]);
  const app = appClient(github.url, github.state.app);
  const { data } = await app.rest.apps.createInstallationAccessToken({ installation_id: installation.id });
  return { github, repository, pull, sha, installation, app, client: tokenClient(`${github.url}/api/v3`, data.token) };
}

async function refusal(call: Promise<unknown>): Promise<[number, string]> {
  const error = await call.then(
    () => expect.fail("it was answered"),
    (thrown: { status: number; response: { data: { message: string; errors?: { message: string }[] } } }) => thrown,
  );
  const { message, errors = [] } = error.response.data;
  return [error.status, [message, ...errors.map((one) => one.message)].join(": ")];
}

test("a comment holds 65,536 characters, and something", async () => {
  const { github, pull, client } = await opened();
  await using _ = github;
  const issue = { ...AT, issue_number: pull.number };
  expect((await client.rest.issues.createComment({ ...issue, body: "x".repeat(65_536) })).status).toBe(201);
  const tooLong = client.rest.issues.createComment({ ...issue, body: "x".repeat(65_537) });
  expect(await refusal(tooLong)).toEqual([422, "Validation Failed: Body is too long (maximum is 65536 characters)"]);
  expect(await refusal(client.rest.issues.createComment({ ...issue, body: " " }))).toEqual([
    422,
    "Validation Failed: Body cannot be blank",
  ]);
  expect(github.writes).toHaveLength(1);
});

test("a check run holds GitHub's measure of everything, and annotations add up", async () => {
  const { github, repository, sha, client } = await opened();
  await using _ = github;
  const annotation = { path: "port.go", start_line: 1, end_line: 1, annotation_level: "notice" as const, message: "m" };
  const output = { title: "t", summary: "s" };
  const run = { ...AT, name: "volteface", head_sha: sha };
  const create = (more: object) => client.rest.checks.create({ ...run, ...more });
  const action = { label: "a", description: "b", identifier: "c" };
  for (const wrong of [
    { output: { ...output, summary: "x".repeat(65_536) } },
    { output: { ...output, text: "x".repeat(65_536) } },
    { output: { ...output, annotations: Array(51).fill(annotation) } },
    { output: { ...output, annotations: [{ ...annotation, annotation_level: "error" }] } },
    { output: { ...output, annotations: [{ ...annotation, title: "x".repeat(256) }] } },
    { output: { ...output, annotations: [{ ...annotation, end_line: 2, start_column: 1 }] } },
    { output: { title: "t" } },
    { actions: [action, action, action, action] },
    { actions: [{ ...action, label: "x".repeat(21) }] },
    { status: "completed" },
    { conclusion: "fine" },
    { head_sha: "0".repeat(40) },
  ]) {
    expect((await refusal(create(wrong)))[0], JSON.stringify(wrong).slice(0, 80)).toBe(422);
  }
  const { data } = await create({ output: { ...output, annotations: Array(50).fill(annotation) }, actions: [action] });
  const more = { output: { ...output, annotations: [annotation] }, conclusion: "neutral" as const };
  const { data: updated } = await client.rest.checks.update({ ...AT, check_run_id: data.id, ...more });
  expect([updated.status, updated.output.annotations_count]).toEqual(["completed", 51]);
  expect(repository.checkRuns).toHaveLength(1);
  const other = tokenClient(github.url, github.owners.workflowToken(repository, { checks: "write" }));
  expect((await refusal(other.rest.checks.update({ ...AT, check_run_id: data.id, conclusion: "failure" })))[0]).toBe(
    403,
  );
});

test("a token ends, is suspended, or goes with its installation", async () => {
  const { github, installation, client, app, repository } = await opened();
  await using _ = github;
  github.owners.suspend(installation);
  expect((await refusal(client.rest.repos.get(AT)))[0]).toBe(403);
  github.owners.suspend(installation, false);
  expect((await client.rest.apps.listReposAccessibleToInstallation()).data.total_count).toBe(1);
  github.owners.removeRepository(installation, repository);
  expect((await refusal(client.rest.repos.get(AT)))[0]).toBe(404);
  github.owners.expireTokens();
  expect(await refusal(client.rest.repos.get(AT))).toEqual([401, "Bad credentials"]);
  github.owners.remove(installation);
  const again = app.rest.apps.createInstallationAccessToken({ installation_id: installation.id });
  expect((await refusal(again))[0]).toBe(404);
  expect((await refusal(tokenClient(github.url, "ghs_nobody").rest.repos.get(AT)))[0]).toBe(401);
  expect((await refusal(client.rest.apps.getAuthenticated()))[0]).toBe(401);
});

test("an App's own token must be fresh", async () => {
  const { github } = await opened();
  await using _ = github;
  const ask = async (claims: object) => {
    const { createSign } = await import("node:crypto");
    const [header, payload] = [{ alg: "RS256", typ: "JWT" }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    const signature = createSign("RSA-SHA256")
      .update(`${header}.${payload}`)
      .sign(github.state.app.privateKey, "base64url");
    const headers = { authorization: `Bearer ${header}.${payload}.${signature}` };
    const response = await fetch(`${github.url}/app`, { headers });
    return [response.status, ((await response.json()) as { message?: string }).message?.slice(0, 24)];
  };
  const now = Math.floor(Date.now() / 1000);
  const iss = github.state.app.id;
  expect(await ask({ iss, iat: now - 60, exp: now + 500 })).toEqual([200, undefined]);
  expect(await ask({ iss, iat: now - 900, exp: now - 1 })).toEqual([401, "'Expiration time' claim "]);
  expect(await ask({ iss, iat: now, exp: now + 3600 })).toEqual([401, "'Expiration time' claim "]);
  expect(await ask({ iss, iat: now + 500, exp: now + 600 })).toEqual([401, "'Issued at' claim ('iat'"]);
  expect(await ask({ iss: 1, iat: now, exp: now + 60 })).toEqual([404, "Integration not found"]);
});

test("what may be done where is told: collaborators, files of a pull request, commits, comparisons, contents", async () => {
  const { github, client, pull, sha } = await opened();
  await using _ = github;
  const level = async (username: string) =>
    (await client.rest.repos.getCollaboratorPermissionLevel({ ...AT, username })).data.permission;
  github.people.comment(github.state.repositories[0] ?? expect.fail(), pull.number, "hi", { by: "lin" });
  expect([await level("lin"), await level("ada"), await level("kubeovn")]).toEqual(["write", "none", "admin"]);
  expect((await refusal(level("nobody")))[0]).toBe(404);
  const { data: files } = await client.rest.pulls.listFiles({ ...AT, pull_number: pull.number });
  expect(
    files.map(({ filename, status, additions, deletions, patch }) => ({
      filename,
      status,
      additions,
      deletions,
      patch,
    })),
  ).toEqual([
    { filename: "old.go", status: "removed", additions: 0, deletions: 1, patch: "@@ -1 +0,0 @@\n-package port" },
    {
      filename: "port.go",
      status: "modified",
      additions: 1,
      deletions: 1,
      patch: "@@ -1,3 +1,3 @@\n package port\n \n-var A = 1\n+var A = 2",
    },
  ]);
  const { data: commits } = await client.rest.pulls.listCommits({ ...AT, pull_number: pull.number });
  expect(commits.map((one) => [one.sha, one.commit.message])).toEqual([[sha, "change"]]);
  const { data: compared } = await client.rest.repos.compareCommitsWithBasehead({ ...AT, basehead: "master...topic" });
  expect([compared.status, compared.ahead_by, compared.files?.length]).toEqual(["ahead", 1, 2]);
  const { data: pulls } = await client.rest.repos.listPullRequestsAssociatedWithCommit({ ...AT, commit_sha: sha });
  expect(pulls.map(({ number }) => number)).toEqual([pull.number]);
});

test("SARIF is taken in gzip and Base64, with the permission for it", async () => {
  const permissions = { metadata: "read", contents: "read", security_events: "write" } as const;
  const { github, client, sha, repository } = await opened({ permissions });
  await using _ = github;
  const log = { version: "2.1.0", runs: [] };
  const sarif = gzipSync(JSON.stringify(log)).toString("base64");
  const upload = (more: object = {}) =>
    client.rest.codeScanning.uploadSarif({ ...AT, commit_sha: sha, ref: "refs/heads/topic", sarif, ...more });
  expect((await upload()).status).toBe(202);
  expect((await refusal(upload({ sarif: "plain" })))[0]).toBe(422);
  expect((await refusal(upload({ ref: "topic" })))[0]).toBe(422);
  expect(repository.sarifs.map((one) => one.log)).toEqual([log]);
});

test("a reaction of one person is there once", async () => {
  const { github, client, pull, repository } = await opened();
  await using _ = github;
  const { id } = github.people.comment(repository, pull.number, "/volteface help");
  const react = () => client.rest.reactions.createForIssueComment({ ...AT, comment_id: id, content: "eyes" });
  expect([(await react()).status, (await react()).status]).toEqual([201, 200]);
  expect(repository.comments[0]?.reactions.map(({ author, content }) => [author, content])).toEqual([
    ["volteface[bot]", "eyes"],
  ]);
});

test("faults strike where they are told to, as often as they are told to", async () => {
  const { github, client, pull, repository, installation } = await opened();
  await using _ = github;
  const authorization = `token ${github.state.tokens[0]?.value}`;
  const comment = () => client.rest.issues.createComment({ ...AT, issue_number: pull.number, body: "x" });
  github.faults.at("POST /repos/kubeovn/kube-ovn/issues", fails(500), 2);
  github.faults.at("POST /repos/kubeovn/kube-ovn/issues", lost());
  github.faults.at("POST /repos/kubeovn/kube-ovn/issues", tooManyRequests(7));
  expect([(await refusal(comment()))[0], (await refusal(comment()))[0]]).toEqual([500, 500]);
  expect([repository.comments.length, github.writes.length]).toEqual([0, 0]);
  expect((await refusal(comment()))[0]).toBe(502);
  expect([repository.comments.length, github.writes.length]).toEqual([1, 1]);
  expect((await refusal(comment()))[0]).toBe(429);
  github.faults.at(/^GET .*pulls/, truncates);
  const cut = await fetch(`${github.url}/repos/kubeovn/kube-ovn/pulls`, { headers: { authorization } });
  await expect(cut.text()).rejects.toThrow("terminated");
  github.faults.at(/^GET .*pulls/, budgetSpent(1_795_449_600));
  expect((await refusal(client.rest.pulls.list(AT)))[0]).toBe(403);
  expect((await client.rest.pulls.list(AT)).headers["x-ratelimit-limit"]).toBe("5000");
  installation.budget.used = 5000;
  expect((await refusal(client.rest.pulls.list(AT)))[1]).toContain("rate limit");
});

test("a story is played: its pull request follows its branch, and merges", async () => {
  const scratch = await mkdtemp(join(tmpdir(), "volteface-story-"));
  await using github = await FakeGithub.start();
  try {
    const story = await buildStory("kube-ovn-migration", join(scratch, "story"));
    const commit = (id: string) => story.commits[id] ?? expect.fail(`the story has no commit ${id}`);
    const branches = { master: commit("5833") };
    const at = await github.people.createRepository({ name: "kubeovn/kube-ovn", from: story.directory, branches });
    await github.people.push(at, "fix", commit("5873"));
    const pull = await github.people.openPullRequest(at, { head: "fix", number: 5873 });
    expect([pull.head.sha, pull.base.sha]).toEqual([commit("5873"), commit("5833")]);
    await github.people.forcePush(at, "fix", commit("5833"));
    expect(pull.head.sha).toBe(commit("5833"));
    await github.people.push(at, "fix", commit("5873"));
    const merged = await github.people.mergePullRequest(at, 5873, { commit: commit("5873") });
    expect([pull.state, pull.merged, pull.mergeCommit, merged]).toEqual([
      "closed",
      true,
      commit("5873"),
      commit("5873"),
    ]);
  } finally {
    await rm(scratch, { recursive: true });
  }
});
