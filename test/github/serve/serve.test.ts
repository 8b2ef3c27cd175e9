import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Serving, serve } from "../../../src/github/serve/serve.js";
import type { App } from "../../../src/github/work.js";
import type { DatabaseOptions } from "../../../src/store/index.js";
import { testStores } from "../../databases/index.js";
import { appEnvironment, SECRET } from "./app-environment.js";
import { deliver, examplePayload, get, sign } from "./deliver.js";

const opened = JSON.stringify(examplePayload("pull_request", "opened"));
const THIRTY_MEGABYTES = 30 * 1024 * 1024;

/** An App that makes a job of every opened pull request, and fails while it is told to. */
class FakeApp implements App {
  readonly reviewed: string[] = [];
  failing = false;

  readonly doorman: App["doorman"] = (app, enqueue) => {
    app.on("pull_request.opened", async ({ payload }) => {
      if (this.failing) throw new Error(`cannot take ${payload.pull_request.title}`);
      const { id: repository, name, owner } = payload.repository;
      const installation = payload.installation?.id ?? 1;
      await enqueue("review", { installation, repository, owner: owner.login, name, number: payload.number });
    });
  };

  readonly handlers: App["handlers"] = {
    review:
      () =>
      async (pull, { attempt }) => {
        this.reviewed.push(`${pull.owner}/${pull.name}#${pull.number} ${attempt}`);
      },
    reconcile: () => async () => {
      this.reviewed.push("all");
    },
  };
}

async function until(enough: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await enough())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** One sample of the metrics. */
async function metric(address: string, sample: string): Promise<number> {
  const lines = (await get(address, "/metrics")).text.split("\n");
  return Number(lines.find((line) => line.startsWith(`${sample} `))?.slice(sample.length) ?? 0);
}

describe.each(testStores())("the server ($name)", ({ installed, place }) => {
  if (!installed) return it.skip("needs PostgreSQL");
  const app = new FakeApp();
  const log: string[] = [];
  let where: DatabaseOptions;
  let serving: Serving;
  const start = (environment = {}) =>
    serve(app, { ...appEnvironment(where), ...environment }, (line) => log.push(line));

  beforeAll(async () => {
    where = await place();
    serving = await start();
  });
  afterEach(() => {
    app.reviewed.length = 0;
    app.failing = false;
    log.length = 0;
  });
  afterAll(() => serving.stop());

  it("is healthy and ready, and looks after itself from the start", async () => {
    expect(await get(serving.address, "/healthz")).toEqual({ status: 200, text: "ok" });
    expect(await get(serving.address, "/readyz")).toEqual({ status: 200, text: "ready" });
    expect((await get(serving.address, "/")).status).toBe(404);
    await until(() => app.reviewed.length === 1);
    expect(app.reviewed).toEqual(["all"]);
  });

  it("makes a job of a delivery and does it, once however often the delivery comes", async () => {
    expect(await deliver(serving.address, opened)).toEqual({ status: 200, text: "ok\n" });
    expect(await deliver(serving.address, opened)).toEqual({ status: 200, text: "handled before\n" });
    await until(() => app.reviewed.length === 1);
    const again = { "x-github-delivery": "another" };
    await Promise.all([1, 2, 3].map(() => deliver(serving.address, opened, again)));
    await until(() => app.reviewed.length === 2);
    expect(app.reviewed).toEqual(["Codertocat/Hello-World#2 1", "Codertocat/Hello-World#2 1"]);
    expect(await metric(serving.address, 'volteface_deliveries_total{outcome="repeated"}')).toBeGreaterThanOrEqual(1);
    await until(async () => (await metric(serving.address, 'volteface_jobs_total{job="review",outcome="done"}')) === 2);
  });

  it("tells GitHub when it could not take a delivery, and takes it when it comes again", async () => {
    app.failing = true;
    const headers = { "x-github-delivery": "to-fail-once" };
    expect(await deliver(serving.address, opened, headers)).toEqual({
      status: 500,
      text: "failed; deliver it again\n",
    });
    expect(log.join("")).toContain("delivery failed");
    app.failing = false;
    expect(await deliver(serving.address, opened, headers)).toEqual({ status: 200, text: "ok\n" });
    await until(() => app.reviewed.length === 1);
  });

  it.each([
    ["no signature", { "x-hub-signature-256": "" }, 401],
    ["a signature of another form", { "x-hub-signature-256": "sha1=0123" }, 401],
    ["a signature by somebody else", { "x-hub-signature-256": sign(opened, "guess") }, 401],
    ["a signature of another body", { "x-hub-signature-256": sign(`${opened} `) }, 401],
    ["a form in place of JSON", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["no event", { "x-github-event": "" }, 400],
    ["an event that is none", { "x-github-event": "__proto__.x" }, 400],
    ["an id that is none", { "x-github-delivery": "a\tb" }, 400],
  ])("turns away %s and writes nothing about it", async (_, headers, status) => {
    expect((await deliver(serving.address, opened, headers)).status).toBe(status);
    expect(log).toEqual([]);
  });

  it.each(["", "[", "null", '"text"'])("turns away the signed body %j, which is no payload", async (body) => {
    expect(await deliver(serving.address, body)).toEqual({ status: 400, text: "not understood\n" });
    expect(log).toEqual([]);
  });

  it("turns away 30 MB, announced or not, without keeping or logging them", async () => {
    const large = Buffer.alloc(THIRTY_MEGABYTES, "x");
    const before = process.memoryUsage().rss;
    for (const headers of [{}, { "transfer-encoding": "chunked" }, { "x-hub-signature-256": sign("forged") }]) {
      expect((await deliver(serving.address, large, headers)).status).toBe(413);
    }
    expect(log).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(10 * THIRTY_MEGABYTES);
    expect(await metric(serving.address, 'volteface_deliveries_total{outcome="too-large"}')).toBe(3);
    expect(await get(serving.address, "/healthz")).toEqual({ status: 200, text: "ok" });
  });

  it("goes on when a sender leaves in the middle", async () => {
    const { port } = new URL(serving.address);
    const head = `POST /api/github/webhooks HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nx-hub-signature-256: ${sign("x")}\r\ncontent-length: 1000\r\n\r\n{`;
    const socket = connect(Number(port), "127.0.0.1", () => socket.write(head, () => socket.destroy()));
    await new Promise((resolve) => socket.once("close", resolve));
    expect(await deliver(serving.address, opened)).toMatchObject({ status: 200 });
    expect(log).toEqual([]);
  });

  it("never logs a payload, even when it tells everything", async () => {
    await serving.stop();
    serving = await start({ LOG_LEVEL: "debug" });
    app.failing = true;
    const headers = { "x-github-delivery": "told-in-full" };
    await deliver(serving.address, opened, headers);
    app.failing = false;
    await deliver(serving.address, opened, headers);
    await until(() => app.reviewed.length === 2);
    const text = log.join("");
    expect(text).toContain("told-in-full");
    for (const secret of [SECRET, "PRIVATE KEY", "This is a pretty simple change", "Codertocat"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("answers nobody when it has ended, and may begin again", async () => {
    await serving.stop();
    await expect(get(serving.address, "/readyz")).rejects.toThrow();
    serving = await start();
    await until(() => app.reviewed.length > 0);
  });
});
