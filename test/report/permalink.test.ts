import { describe, expect, it } from "vitest";
import { commitLink, issueLink, permalink, pullRequestLink } from "../../src/report/permalink.js";

const commit = "1a".repeat(20);
const at = (file: string) => permalink("https://github.com/o/r", { commit, file, line: 3 });

describe("permalinks", () => {
  it("name the commit, the path and the line", () => {
    expect(at("pkg/a.go")).toBe(`https://github.com/o/r/blob/${commit}/pkg/a.go#L3`);
  });

  it("name a range", () => {
    expect(permalink("https://github.com/o/r", { commit, file: "a.go", line: 3, lastLine: 9 })).toMatch(/#L3-L9$/);
  });

  it("encode whatever could end a link", () => {
    expect(at("a b/(c)!'*#?%.go")).toBe(`https://github.com/o/r/blob/${commit}/a%20b/%28c%29%21%27%2A%23%3F%25.go#L3`);
    expect(at("热迁移.go")).toContain("%E7%83%AD%E8%BF%81%E7%A7%BB.go");
  });

  it("give bytes that are not UTF-8 back as bytes", () => {
    expect(at("caf\\xe9.go")).toContain("/caf%E9.go#");
  });

  it("are not made of an address or a commit that is none", () => {
    expect(permalink("https://x.test/)[evil](", { commit, file: "a", line: 1 })).toBeNull();
    expect(permalink("javascript:alert", { commit, file: "a", line: 1 })).toBeNull();
    expect(permalink("https://github.com/o/r", { commit: "main", file: "a", line: 1 })).toBeNull();
    expect(permalink(null, { commit, file: "a", line: 1 })).toBeNull();
  });

  it("lead to commits, pull requests and issues", () => {
    expect(commitLink("https://github.com/o/r", commit)).toBe(`https://github.com/o/r/commit/${commit}`);
    expect(pullRequestLink("https://github.com/o/r", 12)).toBe("https://github.com/o/r/pull/12");
    expect(issueLink("https://github.com/o/r", 12)).toBe("https://github.com/o/r/issues/12");
  });

  it("lead nowhere rather than anywhere", () => {
    expect(commitLink("https://github.com/o/r", "abc)[x](")).toBeNull();
    expect(commitLink("https://x.test/)[evil](", commit)).toBeNull();
    expect(pullRequestLink("javascript:alert", 12)).toBeNull();
    expect(pullRequestLink("https://github.com/o/r", -1)).toBeNull();
    expect(issueLink(null, 12)).toBeNull();
  });
});
