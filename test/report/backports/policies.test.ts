import { expect, it } from "vitest";
import { applyPolicies, type Backports } from "../../../src/history/index.js";
import { renderBackports } from "../../../src/report/index.js";

const missing = { status: "missing", commit: null, witnesses: [] } as const;
const backports: Backports = {
  format: "volteface/backports@1",
  behavior: null,
  from: "main",
  refs: ["release-1.0", "release-1.1"],
  changes: [
    {
      commit: "a".repeat(40),
      pullRequest: 7,
      subject: "free the port once (#7)",
      superseded: false,
      on: { "release-1.0": missing, "release-1.1": missing },
    },
  ],
};
const context = { lang: "en", width: 80, color: false, webUrl: null, packTitle: null } as const;
const endOfLife = { policy: "end-of-life", since: null, until: null } as const;

function report(ended: readonly string[]): string {
  const policyOf = (ref: string) => (ended.includes(ref) ? endOfLife : null);
  return renderBackports(
    applyPolicies(backports, { policyOf, day: "2026-05-01", wordsOf: () => null }),
    "markdown",
    context,
  );
}

it("a gap that a policy rules out is shown, and not asked about", () => {
  expect(report(["release-1.0"])).toBe(`**\`release-1.1\` does not have \`#7\`: is it meant to be there?**

changes of \`main\`

#### Questions (1)

- \`release-1.1\` does not have \`#7\`: is it meant to be there?

#### Which branch has what

| change | \`release-1.0\` | \`release-1.1\` |
| --- | --- | --- |
| \`#7\` free the port once | missing | **?** missing |

- ? a question for the maintainers of the branch, no fault
- Not asked, by policy: \`release-1.0\` (\`end-of-life\`).
`);
});

it("where policies rule out every gap, that is said, and not that nothing is missing", () => {
  expect(report(["release-1.0", "release-1.1"]).split("\n")[0]).toBe(
    "**What branches lack of the changes of `main`, their policies rule out.**",
  );
});
