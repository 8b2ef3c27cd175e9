import { distance } from "fastest-levenshtein";
import { Failure } from "../primitives/index.js";
import type { Commands } from "./commands.js";
import type { Objects } from "./objects.js";
import { isObjectId, mayStartObjectId, type TypedRef } from "./typed-ref.js";

/** Finds out why a ref stands for nothing. `names` are the full names of all refs. */
export async function explainUnknownRef(
  commands: Commands,
  objects: Objects,
  { ref, base, pullRequest }: TypedRef,
  names: ReadonlySet<string>,
): Promise<Failure> {
  if (pullRequest !== null) return new Failure("unknown-pull-request", { ref, number: pullRequest });
  const existing = ["", "refs/", "refs/heads/", "refs/tags/", "refs/remotes/"].find((prefix) =>
    names.has(prefix + base),
  );
  if (existing !== undefined) return new Failure("ref-without-commit", { ref, name: existing + base });
  const commits = mayStartObjectId(base) ? await commitsThatStart(commands, objects, base) : [];
  if (commits.length > 1)
    return ambiguousRef(
      ref,
      commits.map((id) => id.slice(0, 12)),
    );
  const nearest = nearestName(shortName(base).replace(/(?:[~^:]|@\{).*$/s, ""), names);
  if (isObjectId(base) || (mayStartObjectId(base) && nearest === null)) return new Failure("unknown-commit", { ref });
  if (nearest === null) return new Failure("unknown-ref-without-suggestion", { ref });
  return new Failure("unknown-ref", { ref, nearest });
}

/** A ref that stands for several commits; `candidates` are what to type instead. */
export function ambiguousRef(ref: string, candidates: readonly string[]): Failure {
  return new Failure("ambiguous-ref", { ref, candidates: candidates.join(", ") });
}

/** `refs/heads/main` as people write it: `main`. */
export function shortName(name: string): string {
  return name.replace(/^refs\/(?:heads|tags|remotes)\//, "");
}

/** The commits whose id starts so, sorted. */
async function commitsThatStart(commands: Commands, objects: Objects, start: string): Promise<string[]> {
  const ids = (await commands.run("rev-parse", `--disambiguate=${start}`)).split("\n").filter((id) => id !== "");
  const commits: string[] = [];
  await objects.read(ids, (id, { type }) => {
    if (type === "commit") commits.push(id);
  });
  return commits.sort();
}

/** The branch or tag that takes the fewest changes of letters, at most half of what was typed; null when all take more. */
function nearestName(typed: string, names: ReadonlySet<string>): string | null {
  let best: string | null = null;
  let fewest = Math.max(2, Math.ceil(typed.length / 2)) + 1;
  for (const name of [...names].filter((each) => /^refs\/(?:heads|tags|remotes)\//.test(each)).sort()) {
    const short = shortName(name);
    if (Math.abs(short.length - typed.length) >= fewest) continue;
    const changes = distance(typed.toLowerCase(), short.toLowerCase());
    if (changes < fewest) [best, fewest] = [short, changes];
  }
  return best;
}
