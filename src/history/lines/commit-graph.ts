import type { LoggedCommit } from "../../git/index.js";

/** The shape of the history, each commit under a small number: ancestors before descendants. */

/** The merge that brought commits to a branch, and these commits. */
export interface MergeGroup {
  readonly merge: number;
  readonly members: readonly number[];
}

/** A merge that brings more is an import of another history, not a pull request. */
const IMPORT = 60;

export class CommitGraph {
  readonly #numbers = new Map<string, number>();
  readonly #parents: (readonly number[])[] = [];
  readonly #groups: (MergeGroup | undefined)[] = [];

  /**
   * @param records parents before children, as `git log --topo-order --reverse` gives them
   * @param tips heads of the branches; a commit belongs to the first that has it
   */
  constructor(
    readonly records: readonly LoggedCommit[],
    tips: readonly string[],
  ) {
    for (const [number, record] of records.entries()) {
      this.#numbers.set(record.commit, number);
      this.#parents.push(record.parents.flatMap((parent) => this.#numbers.get(parent) ?? []));
    }
    this.#findGroups(tips);
  }

  /** The number of a commit, or null when the history does not hold it. */
  number(commit: string): number | null {
    return this.#numbers.get(commit) ?? null;
  }

  /** The number of a commit given by its id or the beginning of it, or null. */
  find(id: string): number | null {
    const exact = this.#numbers.get(id);
    if (exact !== undefined || id.length < 7) return exact ?? null;
    const found = this.records.findIndex(({ commit }) => commit.startsWith(id));
    return found < 0 ? null : found;
  }

  /** A commit; for a merge, also all that it brought. */
  brought(number: number): number[] {
    const [main, ...others] = this.parents(number);
    if (main === undefined || others.length === 0) return [number];
    const known = this.reachable([main]);
    return [number, ...this.#visit(others, known)];
  }

  /** The full id of a commit. */
  id(number: number): string {
    return this.records[number]?.commit ?? "";
  }

  parents(number: number): readonly number[] {
    return this.#parents[number] ?? [];
  }

  /** The merge that brought the commit, with all it brought; null for direct commits and imports. */
  group(number: number): MergeGroup | null {
    const group = this.#groups[number];
    return group === undefined || group.members.length > IMPORT ? null : group;
  }

  /** The merge that brought the commit, however much it brought. */
  mergeOf(number: number): number | null {
    return this.#groups[number]?.merge ?? null;
  }

  /** Marks the commits reachable from these, themselves included, with 1. */
  reachable(from: readonly number[]): Uint8Array {
    const seen = new Uint8Array(this.records.length);
    this.#visit(from, seen);
    return seen;
  }

  /** The latest commit that both have in their history, or null. */
  mergeBase(a: number, b: number): number | null {
    const ofA = this.reachable([a]);
    const base = this.reachable([b]).findLastIndex((seen, number) => seen === 1 && ofA[number] === 1);
    return base < 0 ? null : base;
  }

  #visit(from: readonly number[], seen: Uint8Array): number[] {
    const visited: number[] = [];
    const waiting = [...from];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      if (seen[number] === 1) continue;
      seen[number] = 1;
      visited.push(number);
      waiting.push(...this.parents(number));
    }
    return visited;
  }

  /** Walks each first-parent line from its beginning: what a merge adds to what was there is its group. */
  #findGroups(tips: readonly string[]): void {
    const seen = new Uint8Array(this.records.length);
    for (const tip of tips) {
      for (const number of this.#firstParentLine(tip, seen).reverse()) {
        seen[number] = 1;
        const members = this.#visit(this.parents(number).slice(1), seen);
        if (members.length === 0) continue;
        const group = { merge: number, members };
        for (const member of members) this.#groups[member] = group;
      }
    }
  }

  #firstParentLine(tip: string, seen: Uint8Array): number[] {
    const line: number[] = [];
    for (let at = this.number(tip) ?? undefined; at !== undefined && seen[at] !== 1; at = this.parents(at)[0])
      line.push(at);
    return line;
  }
}
