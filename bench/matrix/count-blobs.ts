import { sourceFilter } from "../../src/analyze/source-filter.js";
import { openRepository } from "../../src/git/index.js";
import { goFrontEnd } from "../../src/languages/index.js";
import { findPack } from "../../src/rules/index.js";

/** The sources that a pack reads on refs, each once. */
export async function countBlobs(directory: string, refs: readonly string[], rules: string): Promise<number> {
  const { sources } = await findPack(rules);
  const repository = await openRepository(directory);
  try {
    const commits = (await repository.resolve(refs)).map(({ commit }) => commit);
    const snapshots = await repository.snapshots(commits, sourceFilter(sources, goFrontEnd));
    return new Set(snapshots.flatMap(({ entries }) => entries.map(({ blob }) => blob))).size;
  } finally {
    await repository.close();
  }
}
