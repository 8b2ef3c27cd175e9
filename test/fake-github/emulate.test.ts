import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appClient } from "./clients.js";
import { AT, clientsOf, openEmulated, openOurs, type SomeGithub } from "./two-githubs.js";

/** The status with which a call is refused. */
const refusal = (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => expect.fail("it was answered"),
    (error: { status: number }) => error.status,
  );

// Our fake and an independent one: the same calls of the same client, the same answers. Where the other one is
// known to differ from GitHub (it takes any unknown token for a person's) only ours is held to it, in api.test.ts.
describe.each([
  ["our fake", openOurs],
  ["emulate", openEmulated],
])("%s", (_, open) => {
  let github: SomeGithub;
  beforeAll(async () => {
    github = await open();
  });
  afterAll(() => github.close());

  test("knows the App by its key, and nobody else", async () => {
    const { app } = clientsOf(github);
    expect((await app.rest.apps.getAuthenticated()).data).toMatchObject({ id: github.appId, slug: "volteface" });
    const { data: installations } = await app.rest.apps.listInstallations();
    expect(installations.map(({ id }) => id)).toEqual([github.installation]);
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs1", format: "pem" },
    });
    const stranger = appClient(github.url, { id: github.appId, privateKey });
    expect(await refusal(stranger.rest.apps.getAuthenticated())).toBe(401);
  });

  test("gives tokens that are narrowed, and none for what is not granted", async () => {
    const { app, installed } = clientsOf(github);
    const whole = await installed();
    expect(whole.permissions).toMatchObject({ contents: "read", pull_requests: "write", checks: "write" });
    expect(Date.parse(whole.expires_at) - Date.now()).toBeGreaterThan(3_500_000);
    const narrow = await installed({ repository_ids: [github.repository], permissions: { contents: "read" } });
    expect(narrow.permissions).toMatchObject({ contents: "read" });
    expect(narrow.permissions).not.toHaveProperty("checks");
    expect(narrow.repositories?.map(({ name }) => name)).toEqual([AT.repo]);
    const ask = (narrowing: object) =>
      refusal(app.rest.apps.createInstallationAccessToken({ installation_id: github.installation, ...narrowing }));
    expect(await ask({ permissions: { contents: "write" } })).toBe(422);
    expect(await ask({ repositories: ["other"] })).toBe(422);
    expect(await ask({ installation_id: 99_999 })).toBe(404);
  });

  test("hides what an installation cannot see, and refuses what it may not do", async () => {
    const { installed } = clientsOf(github);
    const { client } = await installed();
    expect((await client.rest.repos.get(AT)).data).toMatchObject({ id: github.repository, default_branch: "master" });
    // GitHub says 404, so as not to tell that there is something; so do we. The other one says 403.
    expect([403, 404]).toContain(await refusal(client.rest.repos.get({ ...AT, repo: "other" })));
    expect(await refusal(client.rest.repos.get({ ...AT, repo: "nothing" }))).toBe(404);
    const { client: reader } = await installed({ permissions: { contents: "read" } });
    const comment = { ...AT, issue_number: github.pull.number, body: "no" };
    expect(await refusal(reader.rest.issues.createComment(comment))).toBe(403);
    expect(await refusal(reader.rest.checks.create({ ...AT, name: "no", head_sha: github.pull.sha }))).toBe(403);
  });

  test("tells a pull request with the ids of both sides", async () => {
    const { client } = await clientsOf(github).installed();
    const { data } = await client.rest.pulls.get({ ...AT, pull_number: github.pull.number });
    expect(data).toMatchObject({
      number: github.pull.number,
      state: "open",
      merged: false,
      draft: false,
      base: { ref: "master", repo: { id: github.repository } },
      head: { ref: "topic", sha: github.pull.sha, repo: { id: github.repository } },
    });
    const { data: open } = await client.rest.pulls.list({ ...AT, state: "open" });
    expect(open.map(({ number }) => number)).toEqual([github.pull.number]);
    expect(await refusal(client.rest.pulls.get({ ...AT, pull_number: 999 }))).toBe(404);
  });

  test("keeps comments under the bot's name, over all pages", async () => {
    const { client } = await clientsOf(github).installed();
    const issue = { ...AT, issue_number: github.pull.number };
    const ids: number[] = [];
    for (let at = 0; at < 5; at += 1) {
      const { data, status } = await client.rest.issues.createComment({ ...issue, body: `comment ${at}` });
      expect([status, data.user?.login, data.user?.type]).toEqual([201, "volteface[bot]", "Bot"]);
      ids.push(data.id);
    }
    const pages: number[][] = [];
    for await (const { data } of client.paginate.iterator(client.rest.issues.listComments, { ...issue, per_page: 2 }))
      pages.push(data.map(({ id }) => id));
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(ids);
    const comment = { ...AT, comment_id: ids[0] ?? 0 };
    expect((await client.rest.issues.updateComment({ ...comment, body: "other" })).data.body).toBe("other");
    expect((await client.rest.issues.getComment(comment)).data.body).toBe("other");
    expect((await client.rest.issues.deleteComment(comment)).status).toBe(204);
    expect(await refusal(client.rest.issues.getComment(comment))).toBe(404);
    expect(await refusal(client.rest.issues.updateComment({ ...comment, body: "late" }))).toBe(404);
    expect(await refusal(client.rest.issues.createComment({ ...issue, body: "" }))).toBe(422);
  });

  test("keeps check runs with their annotations", async () => {
    const { client } = await clientsOf(github).installed();
    const annotation = {
      path: "a.txt",
      start_line: 1,
      end_line: 1,
      annotation_level: "notice" as const,
      message: "look",
    };
    const output = { title: "one", summary: "two", annotations: [annotation] };
    const { data: run, status } = await client.rest.checks.create({
      ...AT,
      name: "volteface",
      head_sha: github.pull.sha,
      status: "in_progress",
      output,
    });
    expect(status).toBe(201);
    expect(run).toMatchObject({
      name: "volteface",
      head_sha: github.pull.sha,
      status: "in_progress",
      conclusion: null,
    });
    const one = { ...AT, check_run_id: run.id };
    const { data: done } = await client.rest.checks.update({ ...one, status: "completed", conclusion: "neutral" });
    expect(done).toMatchObject({
      status: "completed",
      conclusion: "neutral",
      output: { title: "one", summary: "two" },
    });
    expect(done.output.annotations_count).toBe(1);
    const { data: listed } = await client.rest.checks.listForRef({
      ...AT,
      ref: github.pull.sha,
      check_name: "volteface",
    });
    expect([listed.total_count, listed.check_runs.map(({ id }) => id)]).toEqual([1, [run.id]]);
  });

  test("reads a file at a ref", async () => {
    const { client } = await clientsOf(github).installed();
    const { data } = await client.rest.repos.getContent({ ...AT, path: "a.txt", ref: github.pull.sha });
    expect(data).toMatchObject({ type: "file", path: "a.txt", encoding: "base64", size: 1 });
    expect(Buffer.from((data as { content: string }).content, "base64").toString()).toBe("a");
    expect(await refusal(client.rest.repos.getContent({ ...AT, path: "a.txt", ref: "master" }))).toBe(404);
  });
});
