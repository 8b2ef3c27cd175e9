import type { WantedName } from "../../behavior/index.js";
import type { Pack } from "../../rules/index.js";
import type { Scanned } from "../group-scan.js";
import type { ScanResult } from "../scan.js";
import { filesFromHeads } from "./followed-files.js";

/** What today's refs tell about where history is to be looked into. */
export interface Seed {
  /** Packs that read the same files. */
  readonly packs: readonly Pack[];
  /** The files that hold the behavior on some ref. */
  readonly files: ReadonlySet<string>;
  /** The names that the packs' names led to. */
  readonly wanted: readonly WantedName[];
  /** Today's blobs that could not be read: the behavior may be in them. */
  readonly unread: ScanResult["unread"];
}

/** Takes from a scan what history needs, so that the rest of it can be forgotten. */
export function seedOf({ result, snapshots }: Scanned): Seed {
  const behaviors = new Set(result.packs.flatMap(({ applies, behaviors }) => (applies ? behaviors : [])));
  return {
    packs: result.packs.map(({ pack }) => pack),
    files: filesFromHeads(result, snapshots),
    wanted: [...behaviors].flatMap(({ wanted }) => wanted),
    unread: result.unread,
  };
}
