import { describe, expect, it } from "vitest";
import { effectiveSettings, loadSettings, policyOf } from "../../src/config/index.js";

const loaded = await loadSettings(
  "s.yml",
  `branches:
  - { pattern: 'release-*', policy: maintained }
  - { pattern: 'release-1.[0-9]', policy: end-of-life }
  - { pattern: 'release-1.13', policy: maintained, until: 2026-06-30 }
  - { pattern: 'release-1.13', policy: security-only, since: 2026-07-01, until: 2026-12-31 }
  - { pattern: 'feature/**', policy: end-of-life }
`,
  null,
);
const { settings } = effectiveSettings(loaded.ok ? [loaded.layer] : []);
const policy = (branch: string, day = "2026-05-01") => policyOf(settings, branch, day)?.policy ?? null;

describe("the policy of a branch", () => {
  it("is the last one that matches", () => {
    expect(["release-1.14", "release-1.9", "main", "release-1.10-rc"].map((name) => policy(name))).toEqual([
      "maintained",
      "end-of-life",
      null,
      "maintained",
    ]);
  });

  it("is the one in force on the day", () => {
    expect(policy("release-1.13", "2026-06-30")).toBe("maintained");
    expect(policy("release-1.13", "2026-07-01")).toBe("security-only");
    expect(policy("release-1.13", "2027-01-01")).toBe("maintained");
  });

  it("does not depend on where this clone has the branch from", () => {
    for (const name of [
      "origin/release-1.9",
      "upstream/release-1.9",
      "refs/remotes/origin/release-1.9",
      "refs/heads/release-1.9",
    ])
      expect(policy(name)).toBe("end-of-life");
    expect(policy("feature/a/b")).toBe("end-of-life");
  });

  it("tells of a branch out of its time", () => {
    const only = { branches: [{ pattern: "x", policy: "maintained", since: null, until: "2026-01-01" } as const] };
    expect(policyOf(only, "x", "2026-05-01")).toEqual({ policy: "maintained", since: null, until: "2026-01-01" });
  });

  it("is decided quickly, whatever the pattern", () => {
    const pattern = `${"+(a|+(b|".repeat(50)}${"*".repeat(200)}`;
    const start = performance.now();
    policyOf(
      { branches: [{ pattern, policy: "maintained", since: null, until: null }] },
      "a".repeat(200),
      "2026-01-01",
    );
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
