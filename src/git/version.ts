import { Failure } from "../primitives/index.js";

/**
 * The oldest git we run on: 2.31 (March 2021) is the first that takes
 * configuration from `GIT_CONFIG_COUNT`, which is how we reach git without writing
 * anywhere, and the first with `--diff-merges=first-parent`.
 * https://github.com/git/git/blob/master/Documentation/RelNotes/2.31.0.txt
 */
const MINIMUM = "2.31";

/** Reads the words of `git version`. Fails with `git-too-old`. */
export function checkVersion(words: string): string {
  const version = /\d+(?:\.\d+)+/.exec(words)?.[0] ?? "";
  if (isOlder(version, MINIMUM)) throw new Failure("git-too-old", { version, minimum: MINIMUM });
  return version;
}

/** Whether a version comes before `major.minor`. */
export function isOlder(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return major < thanMajor || (major === thanMajor && minor < thanMinor);
}
