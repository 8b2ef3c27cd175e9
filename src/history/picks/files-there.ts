import { posix } from "node:path";
import type { Patch, PatchFile, Repository } from "../../git/index.js";
import { changeOf, type NetLine } from "../lines/change.js";
import { fileWeight } from "../lines/file-class.js";
import type { LineIndex } from "../lines/line-index.js";
import { lineKey } from "../lines/line-key.js";
import type { FilesThere } from "./evidence.js";

/** Weight from which a line is not found in any file by chance. */
const TELLING = 0.4;

/** Keys of the lines of a ref's files, by path: those asked for, and their namesakes in other folders. */
export type RefFiles = ReadonlyMap<string, ReadonlySet<number>>;

/** Reads, for each commit, the files that are called like these. Maintained branches move files, so the folder does not matter. */
export async function readRefFiles(
  repository: Repository,
  commits: readonly string[],
  paths: Iterable<string>,
): Promise<Map<string, RefFiles>> {
  const names = new Set([...paths].map((path) => posix.basename(path)));
  const wanted = (path: string) => path.endsWith("/") || (names.has(posix.basename(path)) && fileWeight(path) > 0);
  const snapshots = await repository.snapshots(commits, wanted);
  const lines = new Map<string, Set<number>>();
  const blobs = new Set(snapshots.flatMap(({ entries }) => entries.map(({ blob }) => blob)));
  await repository.readBlobs(blobs, (blob, content) => {
    if (content !== null) lines.set(blob, new Set(content.toString("utf8").split("\n").map(lineKey)));
  });
  return new Map(
    snapshots.map(({ commit, entries }) => [
      commit,
      new Map(entries.map(({ path, blob }) => [path, lines.get(blob) ?? new Set<number>()])),
    ]),
  );
}

/** How the files of a ref look to a change. */
export function compareWithFiles(index: LineIndex, patch: Patch, files: RefFiles): FilesThere {
  const change = changeOf(patch);
  const modified = patch.files.filter(({ path, status }) => status !== "added" && fileWeight(path) > 0);
  const telling = change.lines.filter(({ key }) => index.weightOfLine(index.line(key)) >= TELLING);
  const places = new Map(patch.files.map((file) => [file.path, placesOf(file, telling, files)]));
  const sums = { added: 0, addedThere: 0, removed: 0, removedThere: 0 };
  for (const { key, file, count } of change.lines) {
    const weight = index.weightOfLine(index.line(key)) * index.files.weight(index.files.intern(file));
    const side = count > 0 ? "added" : "removed";
    sums[side] += weight;
    if (places.get(file)?.some((lines) => lines.has(key))) sums[`${side}There`] += weight;
  }
  return {
    createsAll: modified.length === 0,
    anyFile: modified.some(({ path }) => (places.get(path)?.length ?? 0) > 0),
    addedWorth: sums.added,
    removedWorth: sums.removed,
    addedThere: sums.added === 0 ? 0 : sums.addedThere / sums.added,
    removedThere: sums.removed === 0 ? 0 : sums.removedThere / sums.removed,
  };
}

/**
 * The files of the ref that a file of the patch may be: the same path, else the
 * namesakes that have some of its telling lines, from before or after, else the only namesake.
 */
function placesOf({ path, oldPath }: PatchFile, telling: readonly NetLine[], files: RefFiles): ReadonlySet<number>[] {
  const same = [path, oldPath].flatMap((name) => (name === null ? [] : (files.get(name) ?? [])));
  if (same.length > 0) return same;
  const namesakes = [...files].filter(([other]) => posix.basename(other) === posix.basename(path));
  const lines = namesakes.map(([, keys]) => keys);
  const own = telling.filter(({ file }) => file === path);
  const holding = lines.filter((keys) => own.some(({ key }) => keys.has(key)));
  if (holding.length > 0) return holding;
  return lines.length === 1 && own.every(({ count }) => count > 0) ? lines : [];
}
