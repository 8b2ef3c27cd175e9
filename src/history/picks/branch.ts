import type { CommitGraph } from "../lines/commit-graph.js";
import { plainSubject } from "./subject-likeness.js";

/** A ref with what it has beyond the source branch, ready to be asked. */
export class Branch {
  /** Commits that the source branch does not have, without merges. */
  readonly own: readonly number[];
  readonly #own: ReadonlySet<number>;
  readonly #bySubject: ReadonlyMap<string, readonly number[]>;
  readonly #byAuthor: ReadonlyMap<string, readonly number[]>;

  /**
   * @param there all commits of the ref, each 1
   * @param onSource all commits of the source branch, each 1
   */
  constructor(
    readonly ref: string,
    readonly commit: string,
    private readonly graph: CommitGraph,
    readonly there: Uint8Array,
    onSource: Uint8Array,
  ) {
    this.own = [...there.keys()].filter(
      (commit) => there[commit] === 1 && onSource[commit] !== 1 && graph.parents(commit).length < 2,
    );
    this.#own = new Set(this.own);
    this.#bySubject = groupBy(this.own, (commit) => plainSubject(graph.records[commit]?.subject ?? ""));
    this.#byAuthor = groupBy(this.own, (commit) => authorKey(graph, commit));
  }

  readonly owns = (commit: number): boolean => this.#own.has(commit);

  readonly has = (commit: number): boolean => this.there[commit] === 1;

  /** Own commits with the subject or with the author and time of another commit. */
  relatives(commit: number): number[] {
    const subject = plainSubject(this.graph.records[commit]?.subject ?? "");
    return [...(this.#bySubject.get(subject) ?? []), ...(this.#byAuthor.get(authorKey(this.graph, commit)) ?? [])];
  }
}

function authorKey(graph: CommitGraph, commit: number): string {
  const record = graph.records[commit];
  return `${record?.authorDate ?? ""} ${record?.author ?? ""}`;
}

function groupBy(commits: readonly number[], key: (commit: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const commit of commits) {
    const group = groups.get(key(commit));
    if (group === undefined) groups.set(key(commit), [commit]);
    else group.push(commit);
  }
  return groups;
}
