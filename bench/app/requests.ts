import type { FakeGithub } from "../../test/fake-github/index.js";

/** What was asked of GitHub, by kind; git's own requests and tokens are counted apart, as GitHub does. */
export interface Questions {
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
  readonly git: number;
}

export function questionsOf({ state: { requests } }: FakeGithub): Questions {
  const kinds = requests.map(({ method, path }): keyof Questions => {
    if (path.includes(".git/")) return "git";
    if (path.endsWith("/access_tokens")) return "tokens";
    return method === "GET" ? "reads" : "writes";
  });
  const count = (kind: keyof Questions) => kinds.filter((one) => one === kind).length;
  return { reads: count("reads"), writes: count("writes"), tokens: count("tokens"), git: count("git") };
}

export function difference(after: Questions, before: Questions): Questions {
  return {
    reads: after.reads - before.reads,
    writes: after.writes - before.writes,
    tokens: after.tokens - before.tokens,
    git: after.git - before.git,
  };
}
