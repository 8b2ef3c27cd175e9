import { execFileSync } from "node:child_process";

/** A function of a branch, as git can follow it. */
export interface WatchedFunction {
  readonly ref: string;
  readonly name: string;
  readonly file: string;
}

interface Placed {
  readonly ref?: string;
  readonly function: string;
  readonly file: string | null;
}

interface MatrixJson {
  readonly refs: readonly { readonly ref: string }[];
  readonly operations: readonly Placed[];
  readonly cells: readonly { readonly ref: string; readonly calls: readonly Placed[] }[];
  readonly writers: readonly (Placed & { readonly calledFrom: readonly Placed[] })[];
  readonly unplaced: readonly Placed[];
}

/**
 * The functions that the behavior of today's branches comes from, each on each branch that has it:
 * operations, other writers, and those from which they are called. Somebody who asks git for the
 * history of the behavior asks for these.
 */
export function watchedFunctions(cli: string, repo: string, rules: string): WatchedFunction[] {
  const words = [cli, "matrix", "--repo", repo, "--rules", rules, "--format", "json"];
  const text = execFileSync(process.execPath, words, { encoding: "utf8", maxBuffer: 1 << 30 });
  const { refs, operations, cells, writers, unplaced } = JSON.parse(text) as MatrixJson;
  const placed: Placed[] = [
    ...operations,
    ...cells.flatMap(({ ref, calls }) => calls.map((call) => ({ ...call, ref }))),
    ...writers,
    ...writers.flatMap(({ ref = "", calledFrom }) => calledFrom.map((call) => ({ ...call, ref }))),
    ...unplaced,
  ];
  const watched = new Map<string, WatchedFunction>();
  for (const { ref = "", function: name, file } of placed)
    if (file !== null) watched.set([ref, name, file].join("\n"), { ref, name, file });
  const order = refs.map(({ ref }) => ref);
  return [...watched.values()].sort((a, b) => order.indexOf(a.ref) - order.indexOf(b.ref));
}
