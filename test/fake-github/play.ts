/**
 * A GitHub to try the App with: nothing to register, nothing leaves the machine.
 *
 *   npx tsx test/fake-github/play.ts [--app http://localhost:3000]
 *
 * It has one repository of the founding story, on which the App is installed, and prints the environment
 * to start the App with. When the App is there, a pull request is opened that takes a change back; what
 * the App says to it is printed; then the pull request is put right, and the comment folds.
 */
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { MigrationStory } from "../github/app/migration-story.js";
import { FakeGithub } from "./fake-github.js";
import type { Repository } from "./state.js";

const { values } = parseArgs({ options: { app: { type: "string", default: "http://localhost:3000" } } });
const directory = await mkdtemp(join(tmpdir(), "volteface-play-"));
const [github, story] = [await FakeGithub.start(), await MigrationStory.build()];
const { app } = github.state;
const key = join(directory, "app.pem");
writeFileSync(key, app.privateKey, { mode: 0o600 });
const repository = await story.host(github);
say(`A GitHub is at ${github.url}. In another terminal:

APP_ID=${app.id} PRIVATE_KEY_PATH=${key} WEBHOOK_SECRET=${app.webhookSecret} \\
  GITHUB_API_URL=${github.url}/api/v3 VOLTEFACE_DATA_DIR=${join(directory, "data")} node dist/cli/main.js serve

Waiting for it at ${values.app} … Ctrl-C ends this.`);

process.once("SIGINT", () => void end());
while (!(await isReady())) await wait(500);
app.webhookUrl = `${values.app}/api/github/webhooks`;
github.owners.install([repository]);
say("It is there, and installed. Somebody opens a pull request that takes #5833 back, without a word about it:");
await github.people.openPullRequest(repository, { head: "undo", title: "fix migrate failed", number: 5873 });
tell(await settled(repository));
say("\nSomebody pushes, and keeps what #5833 did:");
await github.people.commit(repository, "undo", "keep what #5833 did", story.changed("5873", "5833"));
tell(await settled(repository));
await end();

async function isReady(): Promise<boolean> {
  return await fetch(`${values.app}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Waits until the check of the pull request's head has ended. */
async function settled({ pulls, checkRuns }: Repository): Promise<string> {
  const head = () => pulls[0]?.head.sha;
  const done = () => checkRuns.find(({ sha, status }) => sha === head() && status === "completed");
  while (done() === undefined) await wait(200);
  return `${done()?.conclusion}: ${done()?.output.title}`;
}

function tell(check: string): void {
  say(`\ncheck: ${check}`);
  for (const { author, body } of repository.comments) say(`\n${author} says:\n\n${body}`);
}

async function end(): Promise<void> {
  await github.close();
  story.remove();
  await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  process.exit(0);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
