import type { Pack } from "../rules/index.js";

/** The pack, reading none of the files that the globs match. */
export function ignoring(pack: Pack, globs: readonly string[]): Pack {
  if (globs.length === 0) return pack;
  return { ...pack, sources: { ...pack.sources, exclude: [...pack.sources.exclude, ...globs] } };
}
