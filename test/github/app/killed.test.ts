import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgres, testStores } from "../../databases/index.js";
import { first } from "../../fake-github/index.js";
import { until } from "./app-process.js";
import { FaultWorld } from "./fault-world.js";
import { MigrationStory } from "./migration-story.js";

let story: MigrationStory;
beforeAll(async () => {
  story = await MigrationStory.build();
});
afterAll(() => story.remove());

/** Where a job is when its process is killed, told by the question that it asks then. */
const phases = {
  "before the fetch": /\.git\/info\/refs/,
  "in the fetch": /git-upload-pack$/,
  "after the analysis": /^GET .*\/pulls\/\d+$/,
  "before the comment": /^POST .*\/issues\/\d+\/comments/,
  "between comment and check run": /^GET .*\/check-runs\/\d+$/,
  "before the check run ends": /^PATCH .*\/check-runs/,
} as const;
type Phase = keyof typeof phases;

/**
 * What a job has done when it is killed is on GitHub, and the same on both stores: every phase is played on
 * one. What differs is how a store comes back: its own phases are those that leave most in it.
 */
const ownPhases: readonly Phase[] = ["in the fetch", "between comment and check run"];

const [embedded, postgresql] = testStores();
if (embedded === undefined || postgresql === undefined) throw new Error("there are two stores");
const all = Object.keys(phases) as Phase[];
const plan = postgresql.installed
  ? [...all.map((phase) => ({ phase, store: postgresql })), ...ownPhases.map((phase) => ({ phase, store: embedded }))]
  : all.map((phase) => ({ phase, store: embedded }));

describe.concurrent("the App is killed", { timeout: 240_000 }, () => {
  it.each(plan)("$phase ($store.name): nothing is lost and nothing doubled", async ({ phase, store }) => {
    await using world = await FaultWorld.open(story, store);
    const { faults } = world.github;
    let again: Promise<void> | null = null;
    // The first question for the pull request is that of the beginning.
    if (phase === "after the analysis")
      faults.at(
        phases[phase],
        first(() => {}),
      );
    const kill = () => {
      again = world.killAndRestart();
      // Whoever asked is gone before the answer is made.
      return world.app.ended;
    };
    faults.at(phases[phase], first(kill));
    const number = await world.openPull();
    await until(
      () => again !== null,
      () => `the moment ${phase}: ${world.app.log.slice(-3000)}`,
    );
    await again;
    await world.endsWell(number);
    expect(world.app.jobs("review", "given-up")).toBe(0);
  });
});

describe("the App and its database", () => {
  const { store, server } = postgres();
  it.skipIf(!store.installed)("goes on when PostgreSQL comes back", { timeout: 180_000 }, async () => {
    await using world = await FaultWorld.open(story, store);
    const restart = async () => {
      const postgresql = await server();
      await postgresql.end();
      await postgresql.begin();
    };
    world.github.faults.at(/git-upload-pack$/, first(restart));
    await world.endsWell(await world.openPull());
  });
});
