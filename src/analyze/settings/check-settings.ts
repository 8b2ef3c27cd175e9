import { join } from "node:path";
import { loadSettings, type WrittenPackReference, writtenPacks } from "../../config/index.js";
import { Failure } from "../../primitives/index.js";
import { ruleDescriptions } from "../../review/index.js";
import {
  findPackFile,
  isPackFile,
  type LoadedPack,
  listBundledPacks,
  type Problem,
  readBeginning,
  readPack,
} from "../../rules/index.js";

/**
 * Everything that is wrong with a settings file on disk and with the packs that it names, in their order.
 *
 * @param root where the paths of packs begin
 */
export async function checkSettings(file: string, root: string): Promise<readonly Problem[]> {
  const source = await readBeginning(file);
  const problems: Problem[] = [];
  const known: string[] = ruleDescriptions.map(({ id }) => id);
  let allRead = true;
  for (const pack of await packsToRead(file, source)) {
    const loaded = await readNamed(pack, root);
    if (loaded.ok) known.push(...loaded.pack.hazards.map(({ id }) => id));
    else problems.push(...loaded.problems);
    allRead &&= loaded.ok;
  }
  // Without one of the packs nobody can tell which hazards there are.
  const settings = await loadSettings(file, source, allRead ? known : null);
  return [...(settings.ok ? [] : settings.problems), ...problems];
}

/** The packs that are named, else all that come along: any of them may apply. */
async function packsToRead(file: string, source: Uint8Array): Promise<readonly WrittenPackReference[]> {
  const written = await writtenPacks(file, source);
  if (written.length > 0) return written;
  return (await listBundledPacks()).map(({ id }) => ({ reference: id, place: { file, line: 1, column: 1 } }));
}

async function readNamed({ reference, place }: WrittenPackReference, root: string): Promise<LoadedPack> {
  if (isPackFile(reference)) {
    const path = join(root, reference);
    return await readPack(path).catch((error: unknown): LoadedPack => {
      if (!(error instanceof Failure)) throw error;
      return { ok: false, problems: [{ ...place, fault: { code: "no-pack-file", file: reference } }] };
    });
  }
  const ids = (await listBundledPacks()).map(({ id }) => id);
  if (ids.includes(reference)) return await readPack(await findPackFile(reference));
  return { ok: false, problems: [{ ...place, fault: { code: "unknown-pack", name: reference, known: ids } }] };
}
