const REMOTE = /^(?:refs\/heads\/|(?:refs\/remotes\/)?(?:origin|upstream)\/)/;

/** The name of a branch on the server, wherever this clone has it from: `origin/release-1.0` is `release-1.0`. */
export function branchName(ref: string): string {
  return ref.replace(REMOTE, "");
}
