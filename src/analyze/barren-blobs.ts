import { createHash } from "node:crypto";
import { openStore } from "../store/index.js";
import type { BarrenBlobs } from "./scan.js";

/** Raised when the same question finds something else. */
const VERSION = 3;

/**
 * Remembers, per question, the blobs in which it finds nothing. A blob never changes,
 * so neither does the verdict; forgetting costs time only. Ids are kept as bytes, one
 * after the other.
 */
export function barrenBlobs(): BarrenBlobs {
  const store = openStore("barren-blobs");
  return {
    known: async (question, blobs) => {
      const bytes = await store.get(keyOf(question));
      if (bytes === null) return new Set();
      const remembered = new Set(idsOf(bytes));
      return new Set(blobs.filter((blob) => remembered.has(blob)));
    },
    remember: async (question, barren) => {
      if (barren.length === 0) return;
      const before = await store.get(keyOf(question));
      const ids = new Set([...(before === null ? [] : idsOf(before)), ...barren]);
      await store.put(keyOf(question), Buffer.from([...ids].join(""), "hex"));
    },
  };
}

function keyOf(question: string): string {
  return createHash("sha256").update(`${VERSION}\n${question}`).digest("hex");
}

/** SHA-1 object ids have 20 bytes. */
const ID_LENGTH = 40;

function idsOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
  return Array.from({ length: Math.floor(text.length / ID_LENGTH) }, (_, index) =>
    text.slice(index * ID_LENGTH, (index + 1) * ID_LENGTH),
  );
}
