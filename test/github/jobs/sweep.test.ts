import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openGithub } from "../../../src/github/api/index.js";
import { circumstancesOf, UNFINISHED } from "../../../src/github/jobs/freshness.js";
import { sweep } from "../../../src/github/jobs/sweep.js";
import type { Tools } from "../../../src/github/work.js";
import { type Database, keepReport, openDatabase } from "../../../src/store/index.js";
import { testStores } from "../../databases/index.js";
import { FakeGithub, type PullRequest, type Repository } from "../../fake-github/index.js";

const [embedded] = testStores();
let github: FakeGithub;
let database: Database;
let repository: Repository;
let pull: PullRequest;
let installation: number;

beforeAll(async () => {
  github = await FakeGithub.start();
  if (embedded !== undefined) database = await openDatabase(await embedded.place());
}, 300_000);
afterAll(async () => {
  await database?.close();
  await github?.close();
});

let count = 0;
beforeEach(async () => {
  count += 1;
  repository = await github.people.createRepository({ name: `ada/tool-${count}` });
  await github.people.commit(repository, "master", "begin", { "README.md": "A tool.\n" });
  await github.people.commit(repository, "work", "go on", { "README.md": "A good tool.\n" });
  pull = await github.people.openPullRequest(repository, { head: "work" });
  installation = github.owners.install([repository]).id;
});

/** The numbers of the pull requests that a sweep wants to have looked at. */
async function swept(told: { readonly branch?: string } = {}): Promise<number[]> {
  const { app } = github.state;
  const numbers: number[] = [];
  const tools = {
    github: openGithub({ baseUrl: github.url, appId: app.id, privateKey: app.privateKey, restraint: false }),
    database,
    enqueue: async (_: string, { number }: { readonly number: number }) => void numbers.push(number),
  } as unknown as Tools;
  const { id, owner, name } = repository;
  const job = { id: "1", attempt: 1, signal: new AbortController().signal };
  await sweep(tools)({ installation, repository: id, owner, name, ...told }, job);
  return numbers;
}

async function report(change: { readonly head?: string; readonly at?: Date; readonly done?: boolean }): Promise<void> {
  const { title, body, draft, base } = pull;
  const circumstances = circumstancesOf({ title, body, draft, base } as Parameters<typeof circumstancesOf>[0]);
  await keepReport(database, {
    installation,
    repository: repository.id,
    number: pull.number,
    comment: null,
    commentHash: null,
    checkRun: 1,
    base: base.sha,
    head: change.head ?? pull.head.sha,
    configurationHash: change.done === true ? circumstances : UNFINISHED,
    at: change.at ?? new Date(),
  });
}

it("a pull request without a report is looked at, one with a report that still holds is not", async () => {
  expect(await swept()).toEqual([pull.number]);
  await report({ done: true });
  expect(await swept()).toEqual([]);
});

it("a review of the present head that is under way is left to end", async () => {
  await report({});
  expect(await swept()).toEqual([]);
});

it("one of another head, or that began longer ago than a job may run, is asked for again", async () => {
  await report({ head: "1".repeat(40) });
  expect(await swept()).toEqual([pull.number]);
  await report({ at: new Date(Date.now() - 901_000) });
  expect(await swept()).toEqual([pull.number]);
});

it("a base that moved breaks off what is under way", async () => {
  await report({});
  await github.people.commit(repository, "master", "meanwhile", { "docs.md": "About.\n" });
  expect(await swept({ branch: "master" })).toEqual([pull.number]);
});

it("a branch of somebody's work is nobody's base: its push asks GitHub one question and concerns nobody", async () => {
  const before = github.state.requests.length;
  expect(await swept({ branch: "work" })).toEqual([]);
  const asked = github.state.requests.slice(before).map(({ path }) => path);
  expect(asked.filter((path) => path.startsWith("/repos/"))).toHaveLength(1);
});

it("a release branch that moved concerns pull requests of other bases", async () => {
  await report({ done: true });
  expect(await swept({ branch: "release-1.2" })).toEqual([pull.number]);
});
