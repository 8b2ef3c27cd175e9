import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { cp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testStores } from "../../databases/index.js";
import {
  budgetSpent,
  type Fault,
  fails,
  first,
  hangs,
  lost,
  secondaryLimit,
  tooManyRequests,
  truncates,
} from "../../fake-github/index.js";
import { until } from "./app-process.js";
import { FaultWorld } from "./fault-world.js";
import { MigrationStory } from "./migration-story.js";

let story: MigrationStory;
beforeAll(async () => {
  story = await MigrationStory.build();
});
afterAll(() => story.remove());

const [embedded, postgresql] = testStores();
if (embedded === undefined || postgresql === undefined) throw new Error("there are two stores");

/** A fault, and where it is met; N is the number of the pull request. */
type Met = readonly [what: string, where: string, fault: Fault];

// What GitHub, people and disks do is the same whatever keeps the jobs: it is met on the store that is always there.
describe("the App meets faults", { timeout: 900_000 }, () => {
  let world: FaultWorld;
  beforeAll(async () => {
    world = await FaultWorld.open(story, embedded);
  }, 120_000);
  afterAll(() => world?.[Symbol.asyncDispose]());

  // Met all at once: each pull request meets what its number says, or what no other has met before.
  const met: Readonly<Record<string, readonly Met[]>> = {
    "reading and writing comments": [
      ["500 at reading", "^GET .*/pulls/N$", fails(500)],
      ["a reading that breaks off", "^GET .*/pulls/N$", truncates],
      ["no answer at reading", "^GET .*/pulls/N$", hangs],
      ["429", "^GET .*/issues/N/comments", tooManyRequests(1)],
      ["a list of comments that breaks off", "^GET .*/issues/N/comments", truncates],
      ["502 at the comment", "^POST .*/issues/N/comments$", fails(502)],
      ["403 with retry-after", "^POST .*/issues/N/comments$", secondaryLimit(1)],
      ["no answer to the comment", "^POST .*/issues/N/comments$", hangs],
      ["a comment whose answer is lost", "^POST .*/issues/N/comments$", lost(502)],
      ["a comment whose answer breaks off", "^POST .*/issues/N/comments$", truncates],
    ],
    "making checks": [
      ["a spent budget", "^POST .*/check-runs$", budgetSpent(Math.floor(Date.now() / 1000))],
      ["a check run whose answer is lost", "^POST .*/check-runs$", lost(500)],
      ["a finished check whose answer is lost", "^PATCH .*/check-runs/", lost(502)],
      ["a finished check whose answer breaks off", "^PATCH .*/check-runs/", truncates],
      ["no answer to the finished check", "^PATCH .*/check-runs/", hangs],
    ],
    fetching: [
      ["a fetch that breaks off", "git-upload-pack$", truncates],
      ["503 in the fetch", "git-upload-pack$", fails(503)],
      ["no answer in the fetch", "git-upload-pack$", hangs],
      ["a token refused in mid-fetch", "git-upload-pack$", first(() => world.github.owners.expireTokens())],
    ],
  };

  it.each(Object.entries(met))("%s ends well, whatever is answered", async (_, all) => {
    const { faults } = world.github;
    const open = ([, where, fault]: Met) =>
      world.openPull((number) => faults.at(new RegExp(where.replace("N", String(number))), fault));
    await world.endsWell(...(await Promise.all(all.map(open))));
    expect(faults.left).toEqual([]);
  });

  it("hears what was delivered twice, late, out of order, forged, too large, or never", async () => {
    const { github, repository } = world;
    github.deliveries.next("twice", ({ event }) => event === "pull_request");
    const twice = await world.openPull();
    await world.endsWell(twice);
    github.deliveries.next("held", () => true, 4);
    const late = await world.openPull();
    await github.people.push(repository, `undo-${late}`, story.commit("5833"), { forced: true });
    await github.people.push(repository, `undo-${late}`, story.commit("5873"), { forced: true });
    await github.deliveries.release();
    await world.endsWell(late);
    expect(await github.deliveries.forge("pull_request", "{}")).toBe(401);
    // Who still sends may see the line cut before the answer.
    expect([413, 0]).toContain(await github.deliveries.forge("pull_request", "x".repeat(30 * 1024 * 1024)));
    // The push, and the pull request that it is opened for.
    github.deliveries.next("never", () => true, 2);
    const never = await world.openPull();
    github.owners.suspend(github.state.installations[0] as never, false);
    await world.endsWell(never);
  });

  it("looks again when the head moves during the analysis", async () => {
    const { github, repository } = world;
    const number = 200;
    const moves = first(() => github.people.push(repository, "moves", story.commit("5873"), { forced: true }));
    await github.people.push(repository, "moves", story.commit("6066"));
    github.faults.at(/git-upload-pack$/, moves);
    await github.people.openPullRequest(repository, { head: "moves", title: "fix", number });
    await world.endsWell(number);
    expect(repository.checkRuns.filter(({ status }) => status !== "completed")).toEqual([]);
  });

  it("does not say again what a person deleted, and does when there is something else to say", async () => {
    const { github, repository } = world;
    const which = await world.openPull();
    await world.endsWell(which);
    const [comment] = repository.comments.filter((one) => one.number === which);
    github.people.deleteComment(repository, comment?.id ?? 0);
    const runs = world.app.jobs("review");
    github.people.clickReRun(repository, repository.checkRuns.at(-1)?.id ?? 0);
    await until(() => world.app.jobs("review") > runs);
    await world.app.idle();
    expect(repository.comments.filter((one) => one.number === which)).toEqual([]);
    await github.people.commit(repository, `undo-${which}`, "more", { "more.txt": "more" });
    await world.endsWell(which);
  });

  it("makes a mirror anew that was corrupted", async () => {
    const { repository } = world;
    const mirrors = join(world.app.directory, "mirrors-1");
    const objects = join(mirrors, String(repository.id), "objects");
    for (const name of await readdir(objects)) if (name !== "info") rmSync(join(objects, name), { recursive: true });
    writeFileSync(join(mirrors, String(repository.id), "HEAD"), "nonsense");
    await world.endsWell(await world.openPull());
  });

  it("leaves when it is removed during a job", async () => {
    const { github, repository } = world;
    const [installation] = github.state.installations;
    if (installation === undefined) throw new Error("it is installed");
    github.faults.at(
      /git-upload-pack$/,
      first(() => github.owners.remove(installation)),
    );
    const before = repository.comments.length;
    await world.openPull();
    await until(
      () => world.app.log.includes("out of reach"),
      () => world.app.log.slice(-3000),
    );
    await world.app.idle();
    expect(repository.comments).toHaveLength(before);
    expect(world.app.jobs("review", "given-up")).toBe(0);
  });
});

const disk = smallDisk();
afterAll(async () => {
  if (disk === null) return;
  execFileSync("umount", ["-l", disk]);
  await rm(disk, { recursive: true, force: true });
});

describe.skipIf(disk === null)("the App on a full disk", { timeout: 240_000 }, () => {
  const place = disk ?? "";
  const ballast = join(place, "ballast");
  /** A job comes while less than a page is left on the disk, which the log says; then there is room again. */
  const endsWellAfterwards = async (world: FaultWorld, complaint: string) => {
    const { bavail, bsize } = statfsSync(place);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize, 1));
    const number = await world.openPull();
    await until(
      () => world.app.log.includes(complaint),
      () => world.app.log.slice(-3000),
    );
    rmSync(ballast);
    await world.endsWell(number);
  };

  it.skipIf(!postgresql.installed)("does its jobs when there is room again for its mirrors", async () => {
    const directory = mkdtempSync(join(place, "a-"));
    await using world = await FaultWorld.open(story, postgresql, { VOLTEFACE_DATA_DIR: directory });
    await endsWellAfterwards(world, '"code":"mirror.no-space"');
  });

  it("does its jobs when there is room again for its own database", async () => {
    const directory = join(place, "b");
    await cp((await embedded.place()).directory, directory, { recursive: true });
    await using world = await FaultWorld.open(story, { place: async () => ({ url: null, directory }) });
    await endsWellAfterwards(world, "No space left on device");
  });
});

/** A small disk of its own; null, said loudly, where none can be mounted. */
function smallDisk(): string | null {
  const place = mkdtempSync(join(tmpdir(), "volteface-small-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=96m", "tmpfs", place], { stdio: "pipe" });
    return place;
  } catch (error) {
    console.warn(`NOT TESTED: what the App does when the disk is full (${String(error).split("\n")[0]})`);
    rmSync(place, { recursive: true });
    return null;
  }
}
