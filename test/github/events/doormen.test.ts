import { createRequire } from "node:module";
import { Probot } from "probot";
import { beforeAll, describe, expect, it } from "vitest";
import { doormen } from "../../../src/github/events/index.js";
import { privateKey } from "../serve/app-environment.js";

interface Example {
  readonly name: string;
  readonly examples: readonly Payload[];
}
type Payload = Readonly<Record<string, unknown>> & { readonly action?: string };

const recorded = createRequire(import.meta.url)("@octokit/webhooks-examples") as readonly Example[];
const examples = recorded.flatMap(({ name, examples: payloads }) => payloads.map((payload) => ({ name, payload })));

let app: Probot;
const made: { readonly name: string; readonly payload: object }[] = [];

beforeAll(async () => {
  const silent = { debug() {}, info() {}, warn() {}, error() {}, fatal() {}, trace() {}, child: () => silent };
  app = await new Probot({ appId: 1, privateKey, secret: "s", log: silent as never }).ready();
  for (const doorman of doormen) doorman(app, async (name, payload) => void made.push({ name, payload }));
});

/** The jobs that an event makes. */
async function jobsOf(name: string, payload: object): Promise<object[]> {
  made.length = 0;
  await app.receive({ id: "1", name, payload } as never);
  return made.map((each) => ({ ...each }));
}

const installed = (payload: object, changes: object = {}) => ({ ...payload, installation: { id: 7 }, ...changes });
const hello = { installation: 7, repository: 186853002, owner: "Codertocat", name: "Hello-World" };
const example = (name: string, action?: string) => {
  const found = examples.find((one) => one.name === name && (action === undefined || one.payload.action === action));
  if (found === undefined) throw new Error(`there is no example of ${name} ${action}`);
  return found.payload;
};

describe("doormen", () => {
  it("let every recorded payload pass, and make jobs of those that concern us", async () => {
    expect(examples.length).toBeGreaterThan(200);
    const concerned = new Map<string, Set<string>>();
    for (const { name, payload } of examples) {
      for (const job of await jobsOf(name, installed(payload))) {
        const event = payload.action === undefined ? name : `${name}.${payload.action}`;
        concerned.set(event, (concerned.get(event) ?? new Set()).add((job as { name: string }).name));
      }
    }
    expect(Object.fromEntries([...concerned].map(([event, jobs]) => [event, [...jobs]]))).toEqual({
      "check_run.requested_action": ["review"],
      "check_run.rerequested": ["sweep"],
      "check_suite.rerequested": ["sweep"],
      "installation.created": ["reconcile"],
      "installation.deleted": ["reconcile"],
      "installation.new_permissions_accepted": ["reconcile"],
      "installation.unsuspend": ["reconcile"],
      "installation_repositories.added": ["reconcile"],
      "installation_repositories.removed": ["reconcile"],
      "merge_group.checks_requested": ["mergeGroup"],
      "pull_request.closed": ["review"],
      "pull_request.opened": ["review"],
      "pull_request.ready_for_review": ["review"],
      "pull_request.reopened": ["review"],
      "pull_request.synchronize": ["review"],
      push: ["sweep"],
    });
  });

  it("make no jobs of repositories that do not come from an installation", async () => {
    for (const { name, payload } of examples) {
      if (/^installation/.test(name)) continue;
      const { installation: _, ...without } = payload;
      expect(await jobsOf(name, without)).toEqual([]);
    }
  });

  it("name a pull request by what outlives its names, however it changed", async () => {
    for (const action of ["opened", "edited"]) {
      expect(await jobsOf("pull_request", installed(example("pull_request", "opened"), { action }))).toEqual([
        { name: "review", payload: { ...hello, number: 2 } },
      ]);
    }
  });

  it("know by our own mark which pull request a check is about, also of a fork", async () => {
    const payload = example("check_run", "requested_action") as unknown as { check_run: { head_sha: string } };
    const asked = { ...payload, action: "rerequested" };
    const check_run = { ...payload.check_run, external_id: "pull/5873", pull_requests: [] };
    const [job] = await jobsOf("check_run", installed(asked, { check_run }));
    expect(job).toMatchObject({ name: "review", payload: { number: 5873, again: true } });
    const queued = { ...check_run, external_id: "merge-queue" };
    const [other] = await jobsOf("check_run", installed(asked, { check_run: queued }));
    expect(other).toMatchObject({ name: "sweep", payload: { head: check_run.head_sha } });
  });

  it("take commands of people in comments on pull requests, and of nobody else", async () => {
    const payload = example("issue_comment", "created") as unknown as {
      issue: object;
      comment: { user: object };
      sender: object;
    };
    const issue = { ...payload.issue, pull_request: { url: "" } };
    const comment = { ...payload.comment, body: "I see.\r\n\r\n/volteface help" };
    const bot = { ...payload.sender, type: "Bot" };
    const said = (changes: object) => jobsOf("issue_comment", installed(payload, { issue, comment, ...changes }));
    expect(await said({})).toEqual([{ name: "command", payload: { ...hello, number: 1, comment: 492700400 } }]);
    expect(await said({ issue: payload.issue })).toEqual([]);
    expect(await said({ comment: { ...comment, body: "no /volteface here" } })).toEqual([]);
    expect(await said({ sender: bot })).toEqual([]);
    expect(await said({ comment: { ...comment, user: bot } })).toEqual([]);
  });

  it.each([
    ["refs/heads/release-1.14", {}, [{ name: "sweep", payload: { ...hello, branch: "release-1.14" } }]],
    ["refs/tags/v1", {}, []],
    ["refs/heads/release-1.14", { deleted: true }, []],
    ["refs/heads/gh-readonly-queue/master/pr-1-0", {}, []],
  ])("look at what the push to %s %j moves", async (ref, changes, jobs) => {
    expect(await jobsOf("push", installed(example("push"), { ref, deleted: false, ...changes }))).toEqual(jobs);
  });
});
