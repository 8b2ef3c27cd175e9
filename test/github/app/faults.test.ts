import { rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { DatabaseOptions } from "../../../src/store/index.js";
import { postgres, testStores } from "../../databases/index.js";
import {
  budgetSpent,
  FakeGithub,
  type Fault,
  fails,
  first,
  lost,
  type Repository,
  secondaryLimit,
  tooManyRequests,
  truncates,
} from "../../fake-github/index.js";
import { AppProcess, until } from "./app-process.js";
import { MigrationStory } from "./migration-story.js";

let story: MigrationStory;
beforeAll(async () => {
  story = await MigrationStory.build();
});
afterAll(() => story.remove());

const login = "volteface[bot]";

/** What is wrong with what the App has left on a pull request that undoes #5833. */
function balance({ comments, checkRuns, pulls }: Repository, number: number): { lost: number; doubled: number } {
  const pull = pulls.find((one) => one.number === number);
  const ours = comments.filter((comment) => comment.number === number && comment.author === login);
  const checks = checkRuns.filter(({ sha, externalId }) => sha === pull?.head.sha && externalId === `pull/${number}`);
  const told = ours.filter(({ body }) => body.includes(`head=${pull?.head.sha} `) && body.includes("This takes back"));
  const completed = checks.filter(({ status, conclusion }) => status === "completed" && conclusion === "neutral");
  const notes = checks.flatMap(({ annotations }) => annotations.map((note) => JSON.stringify(note)));
  return {
    lost: (told.length === 0 ? 1 : 0) + (completed.length === 0 ? 1 : 0) + (notes.length === 0 ? 1 : 0),
    doubled: Math.max(0, ours.length - 1) + Math.max(0, checks.length - 1) + (notes.length - new Set(notes).size),
  };
}
const nothingWrong = { lost: 0, doubled: 0 };

describe.each(testStores())("the App meets faults ($name)", { timeout: 240_000 }, ({ installed, place }) => {
  if (!installed) return it.skip("needs PostgreSQL");
  let github: FakeGithub;
  let where: DatabaseOptions;
  let app: AppProcess;
  let repository: Repository;
  let number = 100;
  beforeAll(async () => {
    github = await FakeGithub.start();
    repository = await story.host(github);
    where = await place();
    app = await AppProcess.start(github, where);
    github.owners.install([repository]);
    await until(() => app.jobs("reconcile") > 0);
  }, 120_000);
  afterEach(() => github.faults.clear());
  afterAll(async () => {
    await app?.end("SIGKILL");
    await github?.close();
  });

  /** A pull request that undoes #5833 from a branch of its own; what it is called tells the log nothing. */
  const open = async () => {
    number += 1;
    await github.people.push(repository, `undo-${number}`, story.commit("5873"));
    await github.people.openPullRequest(repository, { head: `undo-${number}`, title: "fix", number });
    return number;
  };
  const isWell = (which: number) => {
    const { lost: missing } = balance(repository, which);
    return missing === 0;
  };
  const endsWell = async (which: number) => {
    await until(
      () => isWell(which),
      () => `#${which} in ${app.log.slice(-6000)}`,
      120_000,
    );
    await app.idle();
    expect(balance(repository, which)).toEqual(nothingWrong);
  };

  const kills: readonly (readonly [phase: string, where: RegExp])[] = [
    ["before the fetch", /\.git\/info\/refs/],
    ["in the fetch", /git-upload-pack$/],
    ["after the analysis", /^GET .*\/pulls\/\d+$/],
    ["before the comment", /^POST .*\/issues\/\d+\/comments/],
    ["between comment and check run", /^GET .*\/check-runs\/\d+$/],
    ["before the check run ends", /^PATCH .*\/check-runs/],
  ];

  it.each(kills)("survives being killed %s", { timeout: 240_000 }, async (phase, at) => {
    let killed: Promise<unknown> | null = null;
    // The first question for the pull request is that of the beginning.
    if (phase === "after the analysis")
      github.faults.at(
        at,
        first(() => {}),
      );
    github.faults.at(
      at,
      first(() => {
        killed = app.end("SIGKILL");
        return killed;
      }),
    );
    const which = await open();
    await until(
      () => killed !== null,
      () => `the moment ${phase}: ${app.log.slice(-3000)}`,
    );
    await killed;
    app = await AppProcess.start(github, where);
    await endsWell(which);
  });

  const answers: readonly (readonly [what: string, where: RegExp, fault: Fault, times: number])[] = [
    ["500 at reading", /^GET .*\/pulls\/\d+$/, fails(500), 2],
    ["502 at the comment", /^POST .*\/comments$/, fails(502), 1],
    ["a comment whose answer is lost", /^POST .*\/comments$/, lost(502), 1],
    ["a comment whose answer breaks off", /^POST .*\/comments$/, truncates, 1],
    ["a check run whose answer is lost", /^POST .*\/check-runs$/, lost(500), 1],
    ["a finished check whose answer is lost", /^PATCH .*\/check-runs/, lost(502), 1],
    ["403 with retry-after", /^POST .*\/comments$/, secondaryLimit(1), 1],
    ["429", /^GET .*\/comments/, tooManyRequests(1), 1],
    ["a spent budget", /^POST .*\/check-runs$/, budgetSpent(Math.floor(Date.now() / 1000)), 1],
    ["a fetch that breaks off", /git-upload-pack$/, truncates, 1],
    ["503 in the fetch", /git-upload-pack$/, fails(503), 1],
    ["a token refused in mid-fetch", /git-upload-pack$/, first(() => github.owners.expireTokens()), 1],
  ];

  it.each(answers)("ends well after %s", { timeout: 180_000 }, async (_, at, fault, times) => {
    github.faults.at(at, fault, times);
    await endsWell(await open());
  });

  it("hears what was delivered twice, late, out of order, forged, too large, or never", async () => {
    github.deliveries.next("twice", ({ event }) => event === "pull_request");
    const twice = await open();
    await endsWell(twice);
    github.deliveries.next("held", () => true, 4);
    const late = await open();
    await github.people.push(repository, `undo-${late}`, story.commit("5833"), { forced: true });
    await github.people.push(repository, `undo-${late}`, story.commit("5873"), { forced: true });
    await github.deliveries.release();
    await endsWell(late);
    expect(await github.deliveries.forge("pull_request", "{}")).toBe(401);
    expect(await github.deliveries.forge("pull_request", "x".repeat(30 * 1024 * 1024))).toBe(413);
    // The push, and the pull request that it is opened for.
    github.deliveries.next("never", () => true, 2);
    const never = await open();
    github.owners.suspend(github.state.installations[0] as never, false);
    await endsWell(never);
  });

  it("looks again when the head moves during the analysis", async () => {
    const moves = first(() => github.people.push(repository, `undo-${number}`, story.commit("5873"), { forced: true }));
    number += 1;
    await github.people.push(repository, `undo-${number}`, story.commit("6066"));
    github.faults.at(/git-upload-pack$/, moves);
    await github.people.openPullRequest(repository, { head: `undo-${number}`, title: "fix", number });
    await endsWell(number);
    expect(repository.checkRuns.filter(({ status }) => status !== "completed")).toEqual([]);
  });

  it("does not say again what a person deleted, and does when there is something else to say", async () => {
    const which = await open();
    await endsWell(which);
    const [comment] = repository.comments.filter((one) => one.number === which);
    github.people.deleteComment(repository, comment?.id ?? 0);
    const runs = app.jobs("review");
    github.people.clickReRun(repository, repository.checkRuns.at(-1)?.id ?? 0);
    await until(() => app.jobs("review") > runs);
    await app.idle();
    expect(repository.comments.filter((one) => one.number === which)).toEqual([]);
    await github.people.commit(repository, `undo-${which}`, "more", { "more.txt": "more" });
    await endsWell(which);
  });

  it("makes a mirror anew that was corrupted", async () => {
    const mirrors = join(app.directory, "mirrors-1");
    const objects = join(mirrors, String(repository.id), "objects");
    for (const name of await readdir(objects)) if (name !== "info") rmSync(join(objects, name), { recursive: true });
    writeFileSync(join(mirrors, String(repository.id), "HEAD"), "nonsense");
    await endsWell(await open());
  });

  it("leaves when it is removed during a job", async () => {
    const [installation] = github.state.installations;
    if (installation === undefined) throw new Error("it is installed");
    github.faults.at(
      /git-upload-pack$/,
      first(() => github.owners.remove(installation)),
    );
    const before = repository.comments.length;
    await open();
    await until(
      () => app.log.includes("out of reach"),
      () => app.log.slice(-3000),
    );
    await app.idle();
    expect(repository.comments).toHaveLength(before);
    expect(app.jobs("review", "given-up")).toBe(0);
  });
});

describe("the App and its database", () => {
  const { store, server } = postgres();
  it.skipIf(!store.installed)("goes on when PostgreSQL comes back", { timeout: 180_000 }, async () => {
    await using github = await FakeGithub.start();
    const repository = await story.host(github);
    const where = await store.place();
    const app = await AppProcess.start(github, where);
    try {
      github.owners.install([repository]);
      await github.people.openPullRequest(repository, { head: "undo", title: "fix", number: 5873 });
      github.faults.at(
        /git-upload-pack$/,
        first(async () => {
          const postgresql = await server();
          await postgresql.end();
          await postgresql.begin();
        }),
      );
      await until(
        () => balance(repository, 5873).lost === 0,
        () => app.log.slice(-4000),
        120_000,
      );
      await app.idle();
      expect(balance(repository, 5873)).toEqual(nothingWrong);
    } finally {
      await app.end();
    }
  });
});
