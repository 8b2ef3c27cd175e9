import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listBundledPacks, makeReady } from "../src/rules/index.js";

/**
 * Understands the bundled packs once and for all: to read one takes longer than many a question to it.
 * Whoever has another text in its file, or no build, reads the file.
 */
export async function readyPacks(directory: string): Promise<void> {
  for (const pack of await listBundledPacks()) {
    const ready = join(directory, "rules/ready", `${pack.id}.json`);
    await mkdir(dirname(ready), { recursive: true });
    await writeFile(ready, await makeReady(pack));
  }
}
