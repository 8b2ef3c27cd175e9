import { existsSync } from "node:fs";
import { Failure } from "../primitives/index.js";

/** What git says when objects it needs are broken or gone. */
const DAMAGE =
  /corrupt|unable to read|bad object|could not (?:read|parse)|missing (?:object|tree|blob)|inflate|cannot be read|unable to unpack|could not fetch|hash mismatch|bad (?:tree|config)|unable to (?:find|open|parse)/i;

/** The line of git's words that tells the reason: the first `fatal:`, else the last. */
function reasonOf(words: string): string {
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  const line = lines.find((each) => each.startsWith("fatal:")) ?? lines.at(-1) ?? "";
  return line.replace(/^(?:fatal|error): /, "").trim();
}

/** Turns git's last words into one of our failures. */
export function gitFailure(command: string, directory: string, words: string, cause?: unknown): Failure {
  const detail = reasonOf(words);
  const options = cause === undefined ? undefined : { cause };
  // Node says ENOENT both for the program and for the directory it should start in.
  if (/\bENOENT\b/.test(words))
    return existsSync(directory)
      ? new Failure("git-not-found", {}, options)
      : new Failure("no-such-directory", { directory }, options);
  if (/not a git repository/i.test(words)) return new Failure("not-a-repository", { directory }, options);
  if (DAMAGE.test(words)) return new Failure("repository-damaged", { directory, detail }, options);
  return new Failure("git-failed", { command: `git ${command}`, directory, detail }, options);
}
