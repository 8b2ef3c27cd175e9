import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { appClient } from "./clients.js";
import { FakeGithub } from "./index.js";

interface Received {
  readonly event: string;
  readonly guid: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly payload: Record<string, unknown>;
}

/** An App that notes what it is delivered, and answers as it is told to. */
async function listener() {
  const received: Received[] = [];
  const answer = { status: 200 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const event = String(request.headers["x-github-event"]);
    const guid = String(request.headers["x-github-delivery"]);
    received.push({
      event,
      guid,
      headers: request.headers,
      body,
      payload: JSON.parse(body) as Record<string, unknown>,
    });
    response.writeHead(answer.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`;
  return {
    received,
    answer,
    url,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function opened(webhookUrl: string) {
  const github = await FakeGithub.start();
  const repository = await github.people.createRepository({ name: "kubeovn/kube-ovn" });
  await github.people.commit(repository, "master", "begin", { "port.go": "package port\n" });
  await github.people.commit(repository, "topic", "change", { "port.go": "package port // 2\n" });
  const installation = github.owners.install([repository]);
  github.state.app.webhookUrl = webhookUrl;
  return { github, repository, installation };
}

test("what people do is delivered, signed, with who and where", async () => {
  await using app = await listener();
  const { github, repository, installation } = await opened(app.url);
  await using _ = github;
  const { people } = github;
  const pull = await people.openPullRequest(repository, { head: "topic", by: "lin" });
  await people.commit(repository, "topic", "more", { "port.go": "package port // 3\n" });
  people.comment(repository, pull.number, "/volteface help", { by: "lin" });
  await people.editPullRequest(repository, pull.number, { title: "other" });
  people.readyForReview(repository, pull.number);
  await people.mergePullRequest(repository, pull.number);
  github.owners.remove(installation);
  people.comment(repository, pull.number, "nobody hears this");
  await github.deliveries.settled();
  expect(app.received.map(({ event, payload }) => [event, payload.action ?? null].join(" ").trim())).toEqual([
    "pull_request opened",
    "push",
    "pull_request synchronize",
    "issue_comment created",
    "pull_request edited",
    "pull_request ready_for_review",
    "push",
    "pull_request closed",
    "installation deleted",
  ]);
  for (const { headers, body, guid } of app.received) {
    const digest = createHmac("sha256", github.state.app.webhookSecret).update(body).digest("hex");
    expect(headers["x-hub-signature-256"]).toBe(`sha256=${digest}`);
    expect(guid).toMatch(/^[0-9a-f-]{36}$/);
  }
  expect(new Set(app.received.map(({ guid }) => guid)).size).toBe(9);
  expect(app.received[0]?.payload).toMatchObject({
    action: "opened",
    number: pull.number,
    pull_request: { number: pull.number, user: { login: "lin" }, head: { ref: "topic" } },
    repository: { id: repository.id, full_name: "kubeovn/kube-ovn", default_branch: "master" },
    sender: { login: "lin", type: "User" },
    installation: { id: installation.id },
  });
  expect(app.received[2]?.payload).toMatchObject({
    after: pull.head.sha,
    before: expect.stringMatching(/^[0-9a-f]{40}$/),
  });
});

test("deliveries are lost, forgotten, doubled, held back and forged on command", async () => {
  await using app = await listener();
  const { github, repository } = await opened(app.url);
  await using _ = github;
  const { people, deliveries } = github;
  const { number } = await people.openPullRequest(repository, { head: "topic" });
  await deliveries.settled();
  app.received.length = 0;
  for (const mishap of ["lost", "never", "twice", "held", "held"] as const) deliveries.next(mishap);
  for (const body of ["lost", "never", "twice", "first", "second"]) people.comment(repository, number, body);
  await deliveries.settled();
  await deliveries.release();
  const bodies = app.received.map(({ payload }) => (payload.comment as { body: string }).body);
  expect(bodies).toEqual(["twice", "twice", "second", "first"]);
  expect(app.received[0]?.guid).toBe(app.received[1]?.guid);
  expect(github.state.deliveries.map(({ status }) => status)).toEqual([200, 502, 200, 200, 200, 200]);
  expect(await deliveries.forge("push", "{}")).toBe(200);
  expect(app.received.at(-1)?.headers["x-hub-signature-256"]).toMatch(/^sha256=0+$/);
});

test("the App finds failed deliveries, page by page, and has them made again under their guid", async () => {
  await using app = await listener();
  const { github, repository } = await opened(app.url);
  await using _ = github;
  const { number } = await github.people.openPullRequest(repository, { head: "topic" });
  app.answer.status = 500;
  for (let at = 0; at < 4; at += 1) github.people.comment(repository, number, `${at}`);
  await github.deliveries.settled();
  const { rest, paginate } = appClient(github.url, github.state.app);
  const pages: number[] = [];
  const found = await paginate(rest.apps.listWebhookDeliveries, { per_page: 2 }, ({ data }) => {
    pages.push(data.length);
    return data;
  });
  expect(pages).toEqual([2, 2, 1]);
  expect(found.map(({ status_code, event }) => [status_code, event])).toEqual([
    ...Array(4).fill([500, "issue_comment"]),
    [expect.any(Number), "pull_request"],
  ]);
  app.answer.status = 200;
  const [failed] = found;
  if (failed === undefined) return expect.fail("nothing was found");
  expect((await rest.apps.redeliverWebhookDelivery({ delivery_id: failed.id })).status).toBe(202);
  await github.deliveries.settled();
  const { data } = await rest.apps.listWebhookDeliveries({ per_page: 1 });
  expect(data[0]).toMatchObject({ guid: failed.guid, redelivery: true, status_code: 200, status: "OK" });
});

test("buttons, queues and draft: what people click is told", async () => {
  await using app = await listener();
  const { github, repository, installation } = await opened(app.url);
  await using _ = github;
  const { people, owners } = github;
  const pull = await people.openPullRequest(repository, { head: "topic", draft: true });
  const client = await import("./clients.js");
  const { rest } = client.appClient(github.url, github.state.app);
  const { data } = await rest.apps.createInstallationAccessToken({ installation_id: installation.id });
  const at = { owner: "kubeovn", repo: "kube-ovn" };
  const { data: run } = await client
    .tokenClient(github.url, data.token)
    .rest.checks.create({ ...at, name: "volteface", head_sha: pull.head.sha });
  people.clickReRun(repository, run.id);
  people.clickReRunAll(repository, pull.head.sha);
  const queued = await people.enterMergeQueue(repository, pull.number);
  owners.addRepository(installation, await people.createRepository({ name: "kubeovn/more" }));
  await github.deliveries.settled();
  expect(app.received.map(({ event, payload }) => `${event} ${payload.action}`)).toEqual([
    "pull_request opened",
    "check_run created",
    "check_run rerequested",
    "check_suite rerequested",
    "merge_group checks_requested",
    "installation_repositories added",
  ]);
  expect(app.received[0]?.payload).toMatchObject({ pull_request: { draft: true } });
  expect(app.received[2]?.payload).toMatchObject({
    check_run: { id: run.id, pull_requests: [{ number: pull.number }] },
  });
  expect(app.received[4]?.payload).toMatchObject({ merge_group: { head_sha: queued, base_ref: "refs/heads/master" } });
});
