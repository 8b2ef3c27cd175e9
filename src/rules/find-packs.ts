import { Failure } from "../primitives/index.js";
import { findPack } from "./find-pack.js";
import type { Pack } from "./pack.js";

/** Several `--rules`, in their order; the same one twice counts once. */
export async function findPacks(references: readonly string[]): Promise<readonly Pack[]> {
  const owners = new Map<string, string>();
  const packs: Pack[] = [];
  for (const reference of new Set(references)) {
    const pack = await findPack(reference);
    const owner = owners.get(pack.id);
    if (owner !== undefined) throw new Failure("rules.same-id", { id: pack.id, first: owner, second: reference });
    owners.set(pack.id, reference);
    packs.push(pack);
  }
  return packs;
}
