import type { Matrix } from "../behavior/index.js";

/** A list cut to a readable length: what is named, and how many are not. */
export interface Names {
  readonly shown: readonly string[];
  readonly more: number;
}

/** A run is worth shortening from this length on. */
const RUN = 3;

/**
 * Names refs in a few words. More than `most` are drawn together where they
 * follow each other in the matrix: `release-1.14 … release-1.59`.
 */
export function nameRefs(matrix: Matrix, refs: readonly string[], most = 6): Names {
  return nameSome(
    matrix.refs.map(({ ref }) => ref),
    refs,
    most,
  );
}

/** As above, where `all` tells which refs follow each other. */
export function nameSome(all: readonly string[], refs: readonly string[], most = 6): Names {
  if (refs.length <= most) return { shown: refs, more: 0 };
  const wanted = new Set(refs);
  const runs: string[][] = [];
  let open = false;
  for (const ref of all) {
    if (!wanted.has(ref)) open = false;
    else if (open) runs.at(-1)?.push(ref);
    else {
      runs.push([ref]);
      open = true;
    }
  }
  const entries = runs.flatMap((run) =>
    run.length >= RUN
      ? [{ text: `${run[0]} … ${run.at(-1)}`, count: run.length }]
      : run.map((text) => ({ text, count: 1 })),
  );
  const shown = entries.length > most ? entries.slice(0, most - 1) : entries;
  return {
    shown: shown.map((entry) => entry.text),
    more: refs.length - shown.reduce((sum, entry) => sum + entry.count, 0),
  };
}

/** The beginning of any other list. */
export function firstOf(names: readonly string[], most = 8): Names {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  return { shown, more: names.length - shown.length };
}
