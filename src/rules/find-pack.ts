import { Failure, nearest } from "../primitives/index.js";
import { type BundledPack, listBundledPacks } from "./bundled.js";
import type { Pack } from "./pack.js";
import { formatProblem, type Problem } from "./problem.js";
import { readPack } from "./read-pack.js";

/** The file of a pack is wrong. `problems` has all of it, `fields.problems` the same as text, one per line. */
export class InvalidPack extends Failure {
  constructor(
    readonly file: string,
    readonly problems: readonly Problem[],
  ) {
    super("rules.invalid-pack", { file, count: problems.length, problems: problems.map(formatProblem).join("\n") });
  }
}

/**
 * What `--rules` stands for: the id of a bundled pack, or a file. What ends in
 * .yml or .yaml, or begins with /, ./ or ../, is always a file. Fails with a
 * `Failure` that says what to write.
 */
export async function findPack(reference: string): Promise<Pack> {
  const file = await findPackFile(reference);
  const loaded = await readPack(file);
  if (!loaded.ok) throw new InvalidPack(file, loaded.problems);
  return loaded.pack;
}

/** The file that `--rules` stands for, read or not. */
export async function findPackFile(reference: string): Promise<string> {
  if (/\.ya?ml$|^\.{0,2}\//i.test(reference)) return reference;
  const bundled = await listBundledPacks();
  const found = bundled.find(({ id }) => id === reference);
  if (found === undefined) throw unknown(reference, bundled);
  return found.file;
}

function unknown(reference: string, bundled: readonly BundledPack[]): Failure {
  const ids = bundled.map(({ id }) => id);
  const known = ids.join(", ");
  const near = nearest(reference, ids) ?? ids.find((id) => id.split("/").includes(reference));
  return near === undefined
    ? new Failure("rules.unknown-pack", { reference, known })
    : new Failure("rules.unknown-pack-near", { reference, nearest: near, known });
}
