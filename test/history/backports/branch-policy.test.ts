import { describe, expect, it } from "vitest";
import { applyPolicies, type Backports, type BranchPolicy, mayBeAsked } from "../../../src/history/index.js";

const policy = (
  name: BranchPolicy["policy"],
  since: string | null = null,
  until: string | null = null,
): BranchPolicy => ({
  policy: name,
  since,
  until,
});
const fix = { subject: "fix: a port is freed twice" };
const day = "2026-05-01";

describe("whether maintainers may be asked about a gap", () => {
  it("is yes for a branch that nothing is said about, and for a maintained one within its time", () => {
    expect(mayBeAsked(null, fix, day)).toBe(true);
    expect(mayBeAsked(policy("maintained"), fix, day)).toBe(true);
    expect(mayBeAsked(policy("maintained", "2026-05-01", "2026-05-01"), fix, day)).toBe(true);
  });

  it("is no before and after its time, and at the end of its life", () => {
    expect(mayBeAsked(policy("maintained", "2026-05-02"), fix, day)).toBe(false);
    expect(mayBeAsked(policy("maintained", null, "2026-04-30"), fix, day)).toBe(false);
    expect(mayBeAsked(policy("end-of-life"), { subject: "fix CVE-2026-12345" }, day)).toBe(false);
  });

  it.each([
    ["security: set sticky bits on world-writable directories (#5971)", true],
    ["fix(deps): update module google.golang.org/grpc to v1.79.3 [security] (#6477)", true],
    ["fix security issue (#3588)", true],
    ["bump x to fix CVE-2025-12345", true],
    ["backport of GHSA-abcd-1234-ef56", true],
    ["fix: skip non-security-group port groups in sg gc (#6959)", false],
    ["fix security groups changed when vm is shut down (#4976)", false],
    ["chore(deps): update aquasecurity/trivy-action action to v0.36.0 (#6673)", false],
    ["fix(deps): update module kernel.org/pub/linux/libs/security/libcap/cap to v1.2.78", false],
    ["docs: add GOVERNANCE.md and SECURITY.md", false],
    ["remove pod security policy (#1822)", false],
  ])("of one that gets security fixes only: %s", (subject, asked) => {
    expect(mayBeAsked(policy("security-only"), { subject }, day)).toBe(asked);
  });

  it("is told by a number in the message, too, and by a label", () => {
    expect(mayBeAsked(policy("security-only"), { ...fix, body: "Fixes CVE-2026-0001." }, day)).toBe(true);
    expect(mayBeAsked(policy("security-only"), { ...fix, labels: ["bug", "area/security"] }, day)).toBe(true);
    expect(mayBeAsked(policy("security-only"), { ...fix, labels: ["security-group"] }, day)).toBe(false);
  });
});

it("policies mark gaps that are no question, and leave every fact as it is", () => {
  const missing = { status: "missing", commit: null, witnesses: [] } as const;
  const present = { status: "present", commit: "c".repeat(40), witnesses: ["behavior"] } as const;
  const backports: Backports = {
    format: "volteface/backports@1",
    behavior: "harbour/berths",
    from: "main",
    refs: ["old", "new", "gone"],
    changes: [
      {
        commit: "a".repeat(40),
        pullRequest: 7,
        superseded: false,
        ...fix,
        on: { old: missing, new: missing, gone: present },
      },
    ],
  };
  const eol = policy("end-of-life");
  const policyOf = (ref: string) => (ref === "new" ? null : eol);
  expect(applyPolicies(backports, { policyOf, day, wordsOf: () => null })).toEqual({
    ...backports,
    changes: [
      {
        ...backports.changes[0],
        on: { old: { ...missing, asked: false, policy: eol }, new: missing, gone: present },
      },
    ],
  });
});
