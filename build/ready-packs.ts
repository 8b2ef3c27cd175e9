/**
 * Understands the bundled packs once and for all: to read one takes longer than many a question to it.
 * Whoever has another text in its file, or no build, reads the file.
 *
 *   tsx build/ready-packs.ts [DIRECTORY]
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { listBundledPacks, readPack, readyText } from "../src/rules/index.js";

const directory = argv[2] ?? fileURLToPath(new URL("../dist/", import.meta.url));

for (const { id, file } of await listBundledPacks()) {
  const source = await readFile(file, "utf8");
  const loaded = await readPack(file);
  if (!loaded.ok) throw new Error(`${file} is no pack: ${JSON.stringify(loaded.problems)}`);
  const ready = join(directory, "rules/ready", `${id}.json`);
  await mkdir(dirname(ready), { recursive: true });
  await writeFile(ready, readyText({ source, pack: loaded.pack }));
}
