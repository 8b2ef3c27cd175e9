import { callsText } from "../behavior/index.js";
import { goFrontEnd } from "../languages/index.js";
import type { Evaluate } from "../rules/index.js";
import { scan } from "./scan.js";
import { sourceFilter } from "./source-filter.js";

/** Runs a pack over files that are in no repository. */
export const evaluateExample: Evaluate = async (pack, files) => {
  const accept = sourceFilter(pack.sources, goFrontEnd);
  const paths = Object.keys(files)
    .filter((path) => directoriesOf(path).every(accept) && accept(path))
    .sort();
  const { packs } = await scan(
    [pack],
    [paths.map((path) => ({ path, blob: path }))],
    goFrontEnd,
    async (blobs, onBlob) => {
      for (const blob of blobs) onBlob(blob, Buffer.from(files[blob] ?? "", "utf8"), null);
    },
    null,
    () => {},
  );
  const behavior = packs[0]?.behaviors[0];
  return {
    cells: Object.fromEntries(
      (behavior?.stages ?? []).map(({ stage, calls }) => [stage, callsText(calls.map(({ call }) => call))]),
    ),
    writers: (behavior?.writers ?? []).map((writer) => writer.function),
  };
};

function directoriesOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
}
