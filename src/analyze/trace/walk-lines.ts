import type { LineCommit, Repository, ResolvedRef } from "../../git/index.js";

/** The first-parent commits of a ref, oldest first, back to its root or to where it left another line. */
export class WalkedLine {
  #positions: ReadonlyMap<string, number> | null = null;

  constructor(
    readonly ref: string,
    readonly commits: readonly string[],
    /** The commit of another line from which this one left; null for a line of its own. */
    readonly fork: string | null,
    /** Where a shallow clone ends; the line starts with that commit's tree. */
    readonly shallowAt: string | null,
  ) {}

  /** The place of a commit on the line, or null. */
  positionOf(commit: string): number | null {
    this.#positions ??= new Map(this.commits.map((each, index) => [each, index]));
    return this.#positions.get(commit) ?? null;
  }
}

/** A ref's line, and those of other refs since they left it. */
export interface WalkedLines {
  readonly main: WalkedLine;
  readonly branches: readonly WalkedLine[];
  /** What is known of each commit of the lines. */
  readonly commits: ReadonlyMap<string, LineCommit>;
}

/** Walks the lines of all refs at once; what they have in common is read once. */
export async function walkLines(
  first: ResolvedRef,
  others: readonly ResolvedRef[],
  repository: Repository,
): Promise<WalkedLines> {
  const commits = await repository.firstParents([...new Set([first, ...others].map(({ commit }) => commit))]);
  const main = walkLine(first, commits, () => false);
  const onMain = (commit: string): boolean => main.positionOf(commit) !== null;
  return { main, branches: others.map((ref) => walkLine(ref, commits, onMain)), commits };
}

function walkLine(
  { ref, commit: tip }: ResolvedRef,
  known: ReadonlyMap<string, LineCommit>,
  isElsewhere: (commit: string) => boolean,
): WalkedLine {
  const commits: string[] = [];
  let shallowAt: string | null = null;
  for (let at: string | null = tip; at !== null; ) {
    if (isElsewhere(at)) return new WalkedLine(ref, commits.reverse(), at, shallowAt);
    commits.push(at);
    const link = known.get(at);
    if (link?.shallow === true) shallowAt = at;
    at = link?.parent ?? null;
  }
  return new WalkedLine(ref, commits.reverse(), null, shallowAt);
}
