import type { Flags } from "./flags.js";
import type { Io } from "./io.js";

/** The address of the repository that `--github` names: on github.com, or on the server that a workflow runs on. */
export function githubUrl({ github }: Pick<Flags, "github">, env: Io["env"]): string | null {
  if (github === null) return null;
  const server = (env.GITHUB_SERVER_URL ?? "").replace(/\/+$/, "");
  return `${server === "" ? "https://github.com" : server}/${github}`;
}
