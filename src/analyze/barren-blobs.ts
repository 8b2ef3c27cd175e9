import { createHash } from "node:crypto";
import { openStore } from "../store/index.js";
import type { BarrenBlobs } from "./scan.js";

/** Raised when what counts as holding a name changes. */
const VERSION = 1;

/**
 * Remembers, per set of names, which blobs hold none of them. A blob never
 * changes, so neither does the verdict; forgetting costs time only. Ids are kept
 * as bytes, one after the other, sorted.
 */
export function barrenBlobs(): BarrenBlobs {
  const store = openStore("barren-blobs");
  return {
    known: async (names, blobs) => {
      const bytes = await store.get(keyOf(names));
      if (bytes === null) return new Set();
      const remembered = new Set(idsOf(bytes));
      return new Set(blobs.filter((blob) => remembered.has(blob)));
    },
    remember: async (names, barren) => {
      if (barren.length === 0) return;
      const before = await store.get(keyOf(names));
      const ids = new Set([...(before === null ? [] : idsOf(before)), ...barren]);
      await store.put(keyOf(names), Buffer.from([...ids].join(""), "hex"));
    },
  };
}

function keyOf(names: readonly string[]): string {
  return createHash("sha256")
    .update(`${VERSION}\n${[...names].sort().join("\n")}`)
    .digest("hex");
}

/** SHA-1 object ids have 20 bytes. */
const ID_LENGTH = 40;

function idsOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
  return Array.from({ length: Math.floor(text.length / ID_LENGTH) }, (_, index) =>
    text.slice(index * ID_LENGTH, (index + 1) * ID_LENGTH),
  );
}
