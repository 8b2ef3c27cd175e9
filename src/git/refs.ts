import type { Commands } from "./commands.js";

/** A ref of the repository. */
export interface Ref {
  /** `refs/heads/main`. */
  readonly name: string;
  /** What it points to, not peeled. */
  readonly object: string;
  /** For a symbolic ref, the full name it follows (`refs/remotes/origin/main`), else empty. */
  readonly follows: string;
  /** Whether HEAD is on this branch. */
  readonly current: boolean;
}

/** Lists refs under prefixes (`refs/heads`, or patterns with `*`), sorted by name. Reads no objects. */
export async function listRefs(commands: Commands, ...prefixes: string[]): Promise<Ref[]> {
  const text = await commands.run("for-each-ref", "--format=%(HEAD)%(objectname) %(refname) %(symref)", ...prefixes);
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [object = "", name = "", follows = ""] = line.slice(1).split(" ");
      return { name, object, follows, current: line.startsWith("*") };
    });
}
