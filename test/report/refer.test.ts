import { describe, expect, it } from "vitest";
import { bareSubject, cut, refer, referWithCommit } from "../../src/report/refer.js";

const commit = "1a".repeat(20);
const web = "https://github.com/o/r";

describe("referring to a change", () => {
  it("names its pull request, else its commit, and leads there", () => {
    expect(refer({ commit, pullRequest: 7 }, web)).toEqual([{ name: "#7", href: `${web}/pull/7` }]);
    expect(refer({ commit, pullRequest: null }, web)).toEqual([
      { name: "1a1a1a1a1a", href: `${web}/commit/${commit}` },
    ]);
    expect(refer({ commit, pullRequest: 7 }, null)).toEqual([{ name: "#7" }]);
  });

  it("names both where there is room", () => {
    expect(referWithCommit({ commit, pullRequest: 7 }, null)).toEqual([{ name: "#7" }, " ", { name: "1a1a1a1a1a" }]);
    expect(referWithCommit({ commit, pullRequest: null }, null)).toEqual([{ name: "1a1a1a1a1a" }]);
  });
});

describe("subjects", () => {
  it("lose only the number that is told anyway", () => {
    expect(bareSubject("fix it (#5020) (#5026)", 5026)).toBe("fix it (#5020)");
    expect(bareSubject("fix it (#5020)", 5026)).toBe("fix it (#5020)");
    expect(bareSubject("fix it (#5020)", null)).toBe("fix it (#5020)");
  });

  it("are cut between characters", () => {
    expect(cut("abc", 3)).toBe("abc");
    expect(cut("abcd", 3)).toBe("ab…");
    expect(cut("👍👍👍👍", 3)).toBe("👍👍…");
  });
});
