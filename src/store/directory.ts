import { resolve } from "node:path";
import envPaths from "env-paths";

/**
 * Where results are remembered: `VOLTEFACE_CACHE_DIR`, else the user's cache folder as
 * the system has it (`~/.cache/volteface`, `~/Library/Caches/volteface`, …). Null when
 * `VOLTEFACE_NO_CACHE` is set to anything but `0`, or when there is no such folder.
 */
export function storeDirectory(environment: NodeJS.ProcessEnv): string | null {
  const { VOLTEFACE_NO_CACHE: off = "", VOLTEFACE_CACHE_DIR: chosen = "" } = environment;
  if (off !== "" && off !== "0") return null;
  if (chosen !== "") return resolve(chosen);
  try {
    return envPaths("volteface", { suffix: "" }).cache;
  } catch {
    return null;
  }
}
