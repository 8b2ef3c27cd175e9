import { createHash } from "node:crypto";
import type { Sighting } from "./finding.js";

/** Hexadecimal digits: short enough to be typed, long enough not to meet in one repository. */
const LENGTH = 12;

/** The fingerprint of a sighting: of what it is about, and of no line, path or commit that moves. */
export function fingerprintOf(behavior: string | null, { identity }: Pick<Sighting, "identity">): string {
  return createHash("sha256")
    .update(JSON.stringify([behavior, ...identity]))
    .digest("hex")
    .slice(0, LENGTH);
}
