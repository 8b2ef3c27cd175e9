import { join } from "node:path";
import { storeDirectory } from "./directory.js";
import { FileStore } from "./file-store.js";
import type { Store } from "./store.js";

/** Bytes that one namespace keeps on disk. */
const DEFAULT_LIMIT = 256 * 1024 * 1024;

const NOTHING: Store = { keeps: false, get: async () => null, put: async () => false };

export interface StoreOptions {
  /** Bytes kept on disk, 256 MiB unless told. The values longest unused go first. */
  readonly limit?: number;
  /** Where `VOLTEFACE_CACHE_DIR` and `VOLTEFACE_NO_CACHE` are looked up; the process's own unless told. */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Opens the store of one kind of value. Touches no disk; several processes may have it open.
 *
 * A key must tell everything the value depends on (ids, versions of rules and of the
 * format): then a value is never out of date, and the store may be deleted at any time.
 *
 * @param namespace a plain file name, such as `prefilter-1`
 */
export function openStore(namespace: string, options: StoreOptions = {}): Store {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(namespace)) throw new Error(`${namespace} cannot name a store`);
  const directory = storeDirectory(options.environment ?? process.env);
  return directory === null ? NOTHING : new FileStore(join(directory, namespace), options.limit ?? DEFAULT_LIMIT);
}
