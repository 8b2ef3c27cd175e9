import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type Budget,
  type ClientOptions,
  type Github,
  githubFailure,
  openGithub,
} from "../../../src/github/api/index.js";
import { codedMessage, langs, messagesIn, plain } from "../../../src/report/index.js";
import {
  answers,
  budgetSpent,
  FakeGithub,
  type Fault,
  fails,
  hangs,
  type Installation,
  lost,
  type Repository,
  secondaryLimit,
  tooManyRequests,
  truncates,
} from "../../fake-github/index.js";

const AT = { owner: "kubeovn", repo: "kube-ovn" };
let fake: FakeGithub;
let repository: Repository;
let installation: Installation;

beforeEach(async () => {
  fake = await FakeGithub.start();
  repository = await fake.people.createRepository({ name: "kubeovn/kube-ovn", private: true });
  await fake.people.commit(repository, "master", "begin", { "port.go": "package port\n" });
  await fake.people.commit(repository, "topic", "change", { "port.go": "package port // 2\n" });
  await fake.people.openPullRequest(repository, { head: "topic", number: 7 });
  installation = fake.owners.install([repository]);
});
afterEach(() => fake.close());

function open(options: Partial<ClientOptions> = {}): Github {
  const { id, privateKey } = fake.state.app;
  return openGithub({ baseUrl: `${fake.url}/api/v3`, appId: id, privateKey, restraint: false, ...options });
}

const comment = (github: Github) =>
  github.installation(installation.id).rest.issues.createComment({ ...AT, issue_number: 7, body: "text" });

test("the App and its installations ask at the address that is given, each with its own token", async () => {
  const github = open();
  expect((await github.app.rest.apps.getAuthenticated()).data?.slug).toBe("volteface");
  expect((await github.installation(installation.id).rest.repos.get(AT)).data.id).toBe(repository.id);
  await comment(github);
  expect(fake.state.tokens).toHaveLength(1);
  expect(repository.comments.map(({ author, body }) => [author, body])).toEqual([["volteface[bot]", "text"]]);
});

test("a token for git may read one repository's contents and nothing else", async () => {
  const value = await open().contentsToken(installation.id, repository.id);
  const token = fake.state.tokens.find((one) => one.value === value);
  expect(token).toMatchObject({ repositories: [repository.id], permissions: { metadata: "read", contents: "read" } });
});

test("what is left of the budget is told with each answer", async () => {
  const told: Budget[] = [];
  const github = open({ onBudget: (budget) => told.push(budget) });
  await github.installation(installation.id).rest.repos.get(AT);
  await github.installation(installation.id).rest.pulls.list(AT);
  const { reset } = installation.budget;
  expect(told).toEqual([
    { installation: installation.id, limit: 5000, remaining: 4999, reset },
    { installation: installation.id, limit: 5000, remaining: 4998, reset },
  ]);
});

test("a token that was ended before its time is not presented for ever", async () => {
  const github = open();
  const ask = () => github.installation(installation.id).rest.repos.get(AT);
  await ask();
  await new Promise((resolve) => setTimeout(resolve, 5500));
  fake.owners.expireTokens();
  await expect(ask()).rejects.toMatchObject({ status: 401 });
  expect((await ask()).data.id).toBe(repository.id);
});

describe("what only reads is asked again, what writes is not:", () => {
  test.each<[string, Fault]>([
    ["500", fails(500)],
    ["502", fails(502)],
    ["half an answer", truncates],
  ])("after %s", async (_, fault) => {
    const github = open();
    const client = github.installation(installation.id);
    await client.rest.repos.get(AT);
    fake.faults.at("GET /repos/kubeovn/kube-ovn/pulls", fault);
    expect((await client.rest.pulls.list(AT)).data).toHaveLength(1);
    const before = fake.state.requests.length;
    fake.faults.at("POST /repos/kubeovn/kube-ovn/issues", fault);
    await expect(comment(github)).rejects.toThrow();
    expect(fake.state.requests.length - before).toBe(1);
  });

  test("a comment whose answer was lost is there once", async () => {
    const github = open();
    fake.faults.at("POST /repos/kubeovn/kube-ovn/issues", lost());
    await expect(comment(github)).rejects.toMatchObject({ status: 502 });
    expect([repository.comments.length, fake.writes.length]).toEqual([1, 1]);
  });
});

test("a short limit is waited for, a long one is told", async () => {
  const github = open({ restraint: true });
  const client = github.installation(installation.id);
  fake.faults.at("GET /repos/kubeovn/kube-ovn", secondaryLimit(1));
  expect((await client.rest.repos.get(AT)).status).toBe(200);
  fake.faults.at("GET /repos/kubeovn/kube-ovn", secondaryLimit(600));
  const before = fake.state.requests.length;
  const error = await client.rest.repos.get(AT).catch((thrown: unknown) => thrown);
  expect(fake.state.requests.length - before).toBe(1);
  expect(githubFailure(error, "kubeovn/kube-ovn")).toMatchObject({
    code: "github.rate-limited",
    fields: { seconds: 600 },
  });
});

describe("what goes wrong is one of our failures, without a token in it:", () => {
  const soon = () => Math.ceil(Date.now() / 1000) + 90;
  test.each<[string, () => Fault, string, object]>([
    ["401", () => fails(401), "github.unauthorized", {}],
    [
      "403",
      () => answers(403, { message: "Resource not accessible by integration" }),
      "github.forbidden",
      { detail: "403" },
    ],
    ["the hourly limit", () => budgetSpent(soon()), "github.rate-limited", { seconds: expect.closeTo(90, -1) }],
    ["the secondary limit", () => secondaryLimit(60), "github.rate-limited", { seconds: 60 }],
    ["429", () => tooManyRequests(30), "github.rate-limited", { seconds: 30 }],
    ["404", () => fails(404), "github.not-found", {}],
    ["410", () => fails(410), "github.not-found", {}],
    ["422", () => answers(422, { message: "Validation Failed" }), "github.refused", { detail: "422" }],
    ["500", () => fails(500), "github.failed", { detail: "500" }],
    ["half an answer", () => truncates, "github.unreachable", {}],
  ])("%s", async (_, fault, code, fields) => {
    const github = open();
    await github.installation(installation.id).rest.repos.get(AT);
    fake.faults.at("POST /repos/kubeovn/kube-ovn/issues", fault(), 9);
    const thrown: unknown = await comment(github).then(
      () => expect.fail("it was answered"),
      (error: unknown) => error,
    );
    const failure = githubFailure(thrown, "kubeovn/kube-ovn");
    expect(failure).toMatchObject({ code, fields: { repository: "kubeovn/kube-ovn", ...fields } });
    expect(failure.cause).toBeUndefined();
    for (const lang of langs) {
      expect(plain(codedMessage(messagesIn(lang).failures, failure.code, failure.fields))).not.toContain(`${code} (`);
    }
  });

  test("nobody there, and whoever asked had enough", async () => {
    const closed = await FakeGithub.start();
    await closed.close();
    const nobody = open({ baseUrl: closed.url });
    const unreachable = await nobody.app
      .request("POST /app/hook/deliveries/1/attempts")
      .catch((error: unknown) => error);
    expect(githubFailure(unreachable, "a/b")).toMatchObject({
      code: "github.unreachable",
      fields: { detail: "ECONNREFUSED" },
    });
    fake.faults.at("GET /app", hangs, 9);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    const aborted = await open()
      .app.rest.apps.getAuthenticated({ request: { signal: stop.signal } })
      .catch((error: unknown) => error);
    expect(githubFailure(aborted, "a/b").code).toBe("github.unreachable");
  });
});
