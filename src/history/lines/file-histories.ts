import type { Patch, PatchRequest, UnreadFile } from "../../git/index.js";
import { perObject } from "../../primitives/index.js";
import { changingCommits, readPatches } from "./build-index.js";
import { changeOf } from "./change.js";
import type { CommitGraph } from "./commit-graph.js";
import { LineIndex } from "./line-index.js";

/** Names that a file is followed back through. */
const NAMES = 4;
/** Fewer commits than this are compared by one git. */
const ALONE = 1_000;

/** What commits did to some files, and all that some of them did: the stuff of a small index. */
export class FileHistories {
  readonly #patches = new Map<number, Patch>();
  readonly #changeOf = perObject(changeOf);
  /** Commits whose patch holds all files. */
  readonly #whole = new Set<number>();
  readonly unread: UnreadFile[] = [];

  /** @param wanted the commits whose doings count, each 1 */
  constructor(
    private readonly gitDirectory: string,
    private readonly graph: CommitGraph,
    private readonly wanted: Uint8Array,
  ) {}

  /** What a commit did, as far as it was read. */
  patch(commit: number): Patch | null {
    return this.#patches.get(commit) ?? null;
  }

  /** Reads what was done to files, then to those that they were renamed from, and so on. */
  async follow(files: readonly string[]): Promise<void> {
    const known = new Set(files);
    let names = [...files];
    let until = this.graph.records.length;
    for (let step = 0; step < NAMES && names.length > 0; step++) {
      const requests = changingCommits(this.graph, (commit) => commit < until && this.wanted[commit] === 1);
      const births = new Map<string, Set<string>>();
      for (const patch of await this.#read(requests, names)) {
        this.#add(patch);
        const born = patch.files.filter(({ status }) => status === "added").map(({ path }) => path);
        if (born.length > 0 && !this.#isRoot(patch.commit)) births.set(patch.commit, new Set(born));
      }
      const renames = (await this.#findRenames(births)).filter(({ from }) => !known.has(from));
      names = [...new Set(renames.map(({ from }) => from))];
      until = Math.max(0, ...renames.map(({ commit }) => commit));
      for (const name of names) known.add(name);
    }
  }

  /** Reads all that these commits did; a merge did what it brought. */
  async complete(commits: readonly number[]): Promise<void> {
    const requests = [...new Set(commits)]
      .sort((a, b) => a - b)
      .flatMap((number): PatchRequest[] => {
        const record = this.graph.records[number];
        if (record === undefined || record.shallow || this.#whole.has(number)) return [];
        const [against] = record.parents;
        return [
          record.parents.length > 1 && against !== undefined
            ? { commit: record.commit, against }
            : { commit: record.commit },
        ];
      });
    const unread = await readPatches(this.gitDirectory, requests, undefined, (patch) => this.#set(patch));
    this.unread.push(...unread);
  }

  /** @param counted see `LineIndex.seal` */
  index(counted?: Uint8Array): LineIndex {
    const index = new LineIndex(this.graph.records.length);
    for (const commit of [...this.#patches.keys()].sort((a, b) => a - b)) {
      const patch = this.#patches.get(commit);
      if (patch !== undefined) index.add(commit, this.#changeOf(patch));
    }
    index.seal(counted);
    return index;
  }

  /** What commits did to some files, by two gits at once; in the order asked. */
  async #read(requests: readonly PatchRequest[], only: readonly string[]): Promise<Patch[]> {
    const middle = requests.length < ALONE ? requests.length : Math.ceil(requests.length / 2);
    const halves = [requests.slice(0, middle), requests.slice(middle)];
    const read = await Promise.all(halves.map((half) => this.#readPart(half, only)));
    this.unread.push(...read.flatMap(({ unread }) => unread));
    return read.flatMap(({ patches }) => patches);
  }

  async #readPart(requests: readonly PatchRequest[], only: readonly string[]) {
    const patches: Patch[] = [];
    const unread = await readPatches(this.gitDirectory, requests, only, (patch) => {
      if (patch.files.length > 0) patches.push(patch);
    });
    return { patches, unread };
  }

  #isRoot(commit: string): boolean {
    const number = this.graph.number(commit);
    return number === null || this.graph.parents(number).length === 0;
  }

  #add(part: Patch): void {
    const commit = this.graph.number(part.commit);
    if (commit === null || this.#whole.has(commit)) return;
    const known = this.#patches.get(commit);
    this.#patches.set(commit, known === undefined ? part : { ...known, files: [...known.files, ...part.files] });
  }

  #set(whole: Patch): void {
    const commit = this.graph.number(whole.commit);
    if (commit === null) return;
    this.#whole.add(commit);
    this.#patches.set(commit, whole);
  }

  /**
   * A file that a commit added may have come from another name: git sees that only
   * when it may look at all files of the commit.
   */
  async #findRenames(births: ReadonlyMap<string, ReadonlySet<string>>): Promise<{ commit: number; from: string }[]> {
    const found: { commit: number; from: string }[] = [];
    const requests = [...births.keys()].map((commit) => ({ commit }));
    await readPatches(this.gitDirectory, requests, undefined, (patch) => {
      const commit = this.graph.number(patch.commit);
      if (commit === null) return;
      const renamed = patch.files.filter(
        ({ path, oldPath }) => oldPath !== null && births.get(patch.commit)?.has(path),
      );
      if (renamed.length === 0) return;
      this.#set(patch);
      for (const { oldPath } of renamed) if (oldPath !== null) found.push({ commit, from: oldPath });
    });
    return found;
  }
}
