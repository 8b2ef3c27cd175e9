import { describe, expect, it } from "vitest";
import { Budgets } from "../../../src/github/serve/budgets.js";
import { Metrics } from "../../../src/github/serve/metrics.js";

const limit = 5000;

describe("budgets", () => {
  it("know to whom the fewest requests are left, and forget what was of the hour before", () => {
    const budgets = new Budgets();
    expect(budgets.least(new Date(0))).toBeNull();
    budgets.tell({ installation: 1, limit, remaining: 40, reset: 1 });
    budgets.tell({ installation: null, limit, remaining: 300, reset: 5 });
    expect(budgets.least(new Date(0))).toBe(40);
    expect(budgets.least(new Date(1_000))).toBe(300);
    budgets.tell({ installation: null, limit, remaining: 299, reset: 5 });
    expect(budgets.least(new Date(1_000))).toBe(299);
    expect(budgets.least(new Date(5_000))).toBeNull();
  });

  it("are measured when they are known; until then nobody is alarmed", async () => {
    const budgets = new Budgets();
    const metrics = new Metrics(budgets);
    const measured = async () => /^volteface_github_budget_remaining (.*)$/m.exec(await metrics.text())?.[1];
    expect(await measured()).toBe("Nan");
    budgets.tell({ installation: 7, limit, remaining: 17, reset: Math.ceil(Date.now() / 1000) + 3600 });
    expect(await measured()).toBe("17");
  });
});
