import { describe, expect, it } from "vitest";
import { githubAccess } from "../../src/github/index.js";

describe("access to GitHub", () => {
  it("needs a token from the environment", () => {
    expect(githubAccess("a/b", {})).toBeNull();
    expect(githubAccess("a/b", { GITHUB_TOKEN: "", GH_TOKEN: " " })).toBeNull();
    const access = { owner: "a", repo: "b", baseUrl: "https://api.github.com" };
    expect(githubAccess("a/b", { GH_TOKEN: "two\n" })).toEqual({ ...access, token: "two" });
    expect(githubAccess("a/b", { GITHUB_TOKEN: "one", GH_TOKEN: "two" })).toEqual({ ...access, token: "one" });
  });

  it("goes to the server that the environment names", () => {
    const env = { GITHUB_TOKEN: "one", GITHUB_API_URL: "https://git.example.org/api/v3/" };
    expect(githubAccess("a/b", env)?.baseUrl).toBe("https://git.example.org/api/v3");
  });
});
