/** Where GitHub's API is, and what it lets us in with. */
export interface GithubAccess {
  readonly owner: string;
  readonly repo: string;
  readonly token: string;
  /** `https://api.github.com`, or `https://HOST/api/v3` of a server of one's own. */
  readonly baseUrl: string;
}

/** The access that the environment gives to `OWNER/REPO`; null without a token. */
export function githubAccess(
  repository: string,
  env: Readonly<Record<string, string | undefined>>,
): GithubAccess | null {
  const [owner = "", repo = ""] = repository.split("/");
  const token = [env.GITHUB_TOKEN, env.GH_TOKEN].map((value) => (value ?? "").trim()).find((value) => value !== "");
  if (token === undefined) return null;
  const api = (env.GITHUB_API_URL ?? "").trim().replace(/\/+$/, "");
  return { owner, repo, token, baseUrl: api === "" ? "https://api.github.com" : api };
}
