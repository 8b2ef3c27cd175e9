import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Budgets } from "../../../src/github/serve/client.js";
import { openLog } from "../../../src/github/serve/log.js";
import { Metrics } from "../../../src/github/serve/metrics.js";
import { openProbot } from "../../../src/github/serve/probot.js";
import { readSettings } from "../../../src/github/serve/settings.js";
import { type FakeGithub, fakeGithub } from "../fake-github.js";
import { appEnvironment } from "./app-environment.js";

const HOUR = 3600;
const inAnHour = Math.floor(Date.now() / 1000) + HOUR;

function limits(remaining: number): Record<string, string> {
  return { "x-ratelimit-remaining": String(remaining), "x-ratelimit-reset": String(inAnHour) };
}

describe("budgets", () => {
  it("know to whom the fewest requests are left, and forget what was of the hour before", () => {
    const budgets = new Budgets();
    expect(budgets.least(new Date(0))).toBeNull();
    budgets.tell("1", 40, new Date(1_000));
    budgets.tell("2", 300, new Date(5_000));
    expect(budgets.least(new Date(0))).toBe(40);
    expect(budgets.least(new Date(1_000))).toBe(300);
    budgets.tell("2", 299, new Date(5_000));
    expect(budgets.least(new Date(1_000))).toBe(299);
    expect(budgets.least(new Date(5_000))).toBeNull();
  });
});

describe("the client", () => {
  const lines: string[] = [];
  let github: FakeGithub;
  beforeAll(async () => {
    github = await fakeGithub((path) => {
      if (path.endsWith("/access_tokens")) {
        const expires_at = new Date(inAnHour * 1000).toISOString();
        return { status: 201, body: { token: "ghs_secretOfTheTest", expires_at, permissions: {} } };
      }
      if (path === "/app") return { status: 200, body: { slug: "volteface" }, headers: limits(4321) };
      return { status: 404, headers: limits(17) };
    });
  });
  afterAll(() => github.close());

  it("speaks as the App or as an installation, is measured, and shows no token", async () => {
    const environment = appEnvironment({ url: null, directory: "/" });
    const settings = readSettings({ ...environment, GITHUB_API_URL: github.baseUrl, LOG_LEVEL: "debug" });
    const log = openLog("debug", [], (line) => lines.push(line));
    const budgets = new Budgets();
    const metrics = new Metrics(budgets);
    const measured = async () => {
      const text = await metrics.text();
      return text.split("\n").filter((line) => /^volteface_github_/.test(line));
    };
    expect(await measured()).toEqual(["volteface_github_budget_remaining Nan"]);
    const app = await openProbot(settings, log, budgets, (status) => metrics.request(status));
    const { data } = await (await app.auth()).rest.apps.getAuthenticated();
    expect(data).toEqual({ slug: "volteface" });
    const asking = (await app.auth(7)).rest.pulls.get({ owner: "a", repo: "b", pull_number: 1 });
    await expect(asking).rejects.toThrow();
    expect(github.asked).toEqual(["GET /app", "POST /app/installations/7/access_tokens", "GET /repos/a/b/pulls/1"]);
    expect(github.tokens).toContain("token ghs_secretOfTheTest");
    expect(await measured()).toEqual(
      expect.arrayContaining([
        'volteface_github_requests_total{status="200"} 1',
        'volteface_github_requests_total{status="404"} 1',
        "volteface_github_budget_remaining 17",
      ]),
    );
    expect(lines.join("")).not.toContain("ghs_");
  });
});
