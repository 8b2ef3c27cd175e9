import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The package's own packs: `rules/` lies beside `src/` and `dist/` alike. */
const DIRECTORY = fileURLToPath(new URL("../../rules/", import.meta.url));

export interface BundledPack {
  /** The path inside `rules/` without the ending: `kube-ovn/live-migration`. */
  readonly id: string;
  readonly file: string;
}

/** The packs that come with Volteface, by id. */
export async function listBundledPacks(): Promise<readonly BundledPack[]> {
  const entries = await readdir(DIRECTORY, { recursive: true });
  return entries
    .filter((entry) => entry.endsWith(".yml"))
    .map((entry) => ({ id: entry.slice(0, -4).replaceAll("\\", "/"), file: `${DIRECTORY}${entry}` }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
