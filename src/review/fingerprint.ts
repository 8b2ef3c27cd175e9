import { createHash } from "node:crypto";
import type { Sighting } from "./finding.js";

const LENGTH = 12;

/**
 * The fingerprint of a sighting: the first 12 hexadecimal digits of a SHA-256 over
 * the behavior and the sighting's identity. It depends on no place, ref or
 * commit, and on nothing that a sentence is made of besides.
 */
export function fingerprintOf(behavior: string | null, { identity }: Pick<Sighting, "identity">): string {
  return createHash("sha256")
    .update(JSON.stringify([behavior, ...identity]))
    .digest("hex")
    .slice(0, LENGTH);
}

/** Tells equal ids apart by their order: the second is `…-2`. */
export function distinct(ids: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return ids.map((id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}
