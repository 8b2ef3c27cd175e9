import { Failure, nearest } from "../primitives/index.js";
import { type BundledPack, listBundledPacks } from "./bundled.js";
import type { Pack } from "./pack.js";
import { readBeginning, understandPack } from "./read-pack.js";
import { readReady } from "./ready-pack.js";

/** A pack that was read elsewhere: from a commit, say. `name` stands for it in messages. */
export interface PackBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a pack is asked for by: an id or a file, as a person writes it, or its bytes. */
export type PackReference = string | PackBytes;

/**
 * What `--rules` stands for: the id of a bundled pack, or a file; or a pack whose
 * bytes are at hand. Fails with a `Failure` that says what to write.
 */
export async function findPack(reference: PackReference): Promise<Pack> {
  if (typeof reference !== "string") return understandPack(reference.name, reference.bytes);
  if (isPackFile(reference)) return understandPack(reference, await readBeginning(reference));
  return readBundled(await findBundled(reference));
}

/** All packs that come with Volteface, by id. */
export async function bundledPacks(): Promise<readonly Pack[]> {
  return Promise.all((await listBundledPacks()).map(readBundled));
}

async function readBundled(bundled: BundledPack): Promise<Pack> {
  const source = await readBeginning(bundled.file);
  return (await readReady(bundled, source)) ?? (await understandPack(bundled.file, source));
}

/** Whether a reference is a file: it ends in .yml or .yaml, or begins with /, ./ or ../. All else is an id. */
export function isPackFile(reference: string): boolean {
  return /\.ya?ml$|^\.{0,2}\//i.test(reference);
}

/** The file that `--rules` stands for, read or not. */
export async function findPackFile(reference: string): Promise<string> {
  return isPackFile(reference) ? reference : (await findBundled(reference)).file;
}

async function findBundled(reference: string): Promise<BundledPack> {
  const bundled = await listBundledPacks();
  const found = bundled.find(({ id }) => id === reference);
  if (found === undefined) throw unknown(reference, bundled);
  return found;
}

function unknown(reference: string, bundled: readonly BundledPack[]): Failure {
  const ids = bundled.map(({ id }) => id);
  const known = ids.join(", ");
  const near = nearest(reference, ids) ?? ids.find((id) => id.split("/").includes(reference));
  return near === undefined
    ? new Failure("rules.unknown-pack", { reference, known })
    : new Failure("rules.unknown-pack-near", { reference, nearest: near, known });
}
