import { Failure } from "../primitives/index.js";
import { findPack, type PackReference } from "./find-pack.js";
import type { Pack } from "./pack.js";

/** Several packs, in their order; the same reference twice counts once. */
export async function findPacks(references: readonly PackReference[]): Promise<readonly Pack[]> {
  const owners = new Map<string, string>();
  const packs: Pack[] = [];
  for (const reference of new Set(references)) {
    const pack = await findPack(reference);
    const name = typeof reference === "string" ? reference : reference.name;
    const owner = owners.get(pack.id);
    if (owner !== undefined) throw new Failure("rules.same-id", { id: pack.id, first: owner, second: name });
    owners.set(pack.id, name);
    packs.push(pack);
  }
  return packs;
}
