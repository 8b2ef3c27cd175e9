import { callsText, type RefBehavior } from "../behavior/index.js";
import { goFrontEnd } from "../languages/index.js";
import type { Evaluate, Pack } from "../rules/index.js";
import type { ReadBlobs } from "./held-blobs.js";
import { Scan } from "./scan.js";
import { sourceFilter } from "./source-filter.js";

/** Runs a pack over files that are in no repository, and tells the result as examples write it. */
export const evaluateExample: Evaluate = async (pack, files) => {
  const { stages, writers } = await evaluateFiles(pack, files);
  return {
    cells: Object.fromEntries(stages.map(({ stage, calls }) => [stage, callsText(calls.map(({ call }) => call))])),
    writers: writers.map((writer) => writer.function),
  };
};

/** The behavior of files that are in no repository, read as a tree of a ref would be. */
export async function evaluateFiles(pack: Pack, files: Readonly<Record<string, string>>): Promise<RefBehavior> {
  const accept = sourceFilter(pack.sources, goFrontEnd);
  const paths = Object.keys(files)
    .filter((path) => directoriesOf(path).every(accept) && accept(path))
    .sort();
  const read: ReadBlobs = async (blobs, onBlob) => {
    for (const blob of blobs) onBlob(blob, Buffer.from(files[blob] ?? "", "utf8"), null);
  };
  const tree = paths.map((path) => ({ path, blob: path }));
  const scan = new Scan([pack], [tree], goFrontEnd, { read, barren: null, listen: () => {} });
  const { packs } = await scan.all();
  const behavior = packs[0]?.behaviors[0];
  if (behavior === undefined) throw new Error("one pack and one tree have one behavior");
  return behavior;
}

function directoriesOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
}
