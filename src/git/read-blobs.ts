import type { OnBlob } from "./contract.js";
import type { Objects } from "./objects.js";

/** Blobs above 16 MiB are not source code; they are counted, dropped and reported. */
const DEFAULT_BLOB_LIMIT = 16 * 1024 * 1024;

/** Streams blobs in the order asked; see the contract. */
export function readBlobs(
  objects: Objects,
  blobs: Iterable<string>,
  onBlob: OnBlob,
  limit = DEFAULT_BLOB_LIMIT,
): Promise<void> {
  return objects.read(
    blobs,
    (blob, { type, content, problem }) => {
      if (problem === "too-large") onBlob(blob, null, "too-large");
      else if (type !== "blob" || content === null) onBlob(blob, null, "missing");
      else onBlob(blob, content, null);
    },
    limit,
  );
}
