import type { Patch, PatchRequest, UnreadFile } from "../../git/patches.js";
import type { Remark } from "./answer.js";
import { changingCommits, endOfHistory, readPatches, remarksOn, tooLarge } from "./build-index.js";
import { findCandidates } from "./candidates.js";
import { type Change, changeOf } from "./change.js";
import type { CommitGraph } from "./commit-graph.js";
import { LineIndex } from "./line-index.js";
import { type Question, weighChange } from "./question.js";

/** Files of a change whose history is followed; the heaviest first. */
const FOLLOWED = 200;
/** Names that a file is followed back through. */
const NAMES = 4;

/** The history of the files of one change, the likely candidates whole. */
export interface LimitedIndex {
  readonly index: LineIndex;
  /** The question, with all but the likely candidates excluded: the others are known in part only. */
  readonly question: Question;
  readonly remarks: readonly Remark[];
}

/**
 * Indexes just enough of the history for one question: what earlier commits did to
 * the change's files, under their former names too, and all that the likely candidates did.
 *
 * What it cannot see is lines that stood in other files; rarity is counted in these files alone.
 */
export async function buildLimitedIndex(
  gitDirectory: string,
  graph: CommitGraph,
  question: Question,
  also: readonly number[] = [],
): Promise<LimitedIndex> {
  const files = filesOf(question.change);
  const history = new FileHistories(gitDirectory, graph, question.before);
  await history.follow(files.slice(0, FOLLOWED));
  const sketch = history.index();
  const likely = [...new Set([...findCandidates(sketch, question, weighChange(sketch, question.change)).commits, ...also])];
  await history.complete(likely);
  const index = history.index();
  const excluded = new Set(question.excluded);
  for (const commit of graph.records.keys()) if (!likely.includes(commit)) excluded.add(commit);
  const left = files.length - FOLLOWED;
  const notFollowed: Remark[] = left > 0 ? [{ code: "files-not-followed", commit: question.change.commit, files: left }] : [];
  const remarks = [...remarksOn(history.unread), ...tooLarge(graph, index), ...notFollowed, ...endOfHistory(graph)];
  return { index, question: { ...question, excluded }, remarks };
}

/** Files of a change and the names that it took from them, those with most lines first. */
function filesOf({ lines, renames }: Change): string[] {
  const counts = new Map<string, number>();
  for (const { file } of lines) counts.set(file, (counts.get(file) ?? 0) + 1);
  const heaviest = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  return heaviest.flatMap((file) => [file, ...renames.filter(({ to }) => to === file).map(({ from }) => from)]);
}

class FileHistories {
  readonly #patches = new Map<number, Patch>();
  /** Commits whose patch holds all files. */
  readonly #whole = new Set<number>();
  readonly unread: UnreadFile[] = [];

  constructor(
    private readonly gitDirectory: string,
    private readonly graph: CommitGraph,
    private readonly before: Uint8Array,
  ) {}

  /** Reads what was done to files, then to those that they were renamed from, and so on. */
  async follow(files: readonly string[]): Promise<void> {
    const known = new Set(files);
    let names = [...files];
    let until = this.graph.records.length;
    for (let step = 0; step < NAMES && names.length > 0; step++) {
      const requests = changingCommits(this.graph, (commit) => commit < until && this.before[commit] === 1);
      const births = new Map<string, Set<string>>();
      await this.#read(requests, names, (patch) => {
        const born = patch.files.filter(({ status }) => status === "added").map(({ path }) => path);
        if (born.length > 0 && !this.#isRoot(patch.commit)) births.set(patch.commit, new Set(born));
      });
      const renames = (await this.#findRenames(births)).filter(({ from }) => !known.has(from));
      names = [...new Set(renames.map(({ from }) => from))];
      until = Math.max(0, ...renames.map(({ commit }) => commit));
      for (const name of names) known.add(name);
    }
  }

  /** Reads all that these commits did. */
  async complete(commits: readonly number[]): Promise<void> {
    const wanted = new Set(commits);
    const requests = changingCommits(this.graph, (commit) => wanted.has(commit) && !this.#whole.has(commit));
    const unread = await readPatches(this.gitDirectory, requests, undefined, (patch) => this.#set(patch));
    this.unread.push(...unread);
  }

  index(): LineIndex {
    const index = new LineIndex(this.graph.records.length);
    for (const commit of [...this.#patches.keys()].sort((a, b) => a - b)) {
      const patch = this.#patches.get(commit);
      if (patch !== undefined) index.add(commit, changeOf(patch));
    }
    index.seal();
    return index;
  }

  async #read(requests: readonly PatchRequest[], only: readonly string[], onPatch: (patch: Patch) => void): Promise<void> {
    const unread = await readPatches(this.gitDirectory, requests, only, (patch) => {
      if (patch.files.length === 0) return;
      onPatch(patch);
      this.#add(patch);
    });
    this.unread.push(...unread);
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
      const renamed = patch.files.filter(({ path, oldPath }) => oldPath !== null && births.get(patch.commit)?.has(path));
      if (renamed.length === 0) return;
      this.#set(patch);
      for (const { oldPath } of renamed) if (oldPath !== null) found.push({ commit, from: oldPath });
    });
    return found;
  }
}
