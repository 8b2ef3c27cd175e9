import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";

/** A new embedded database takes ten seconds, a copy of one takes one: the first test that needs it makes it for all. */
export async function embeddedTemplate(): Promise<Blob> {
  const path = join(tmpdir(), `volteface-pglite-${version()}-${process.getuid?.() ?? 0}.tar.gz`);
  if (!existsSync(path)) await make(path);
  return new Blob([await readFile(path)]);
}

async function make(path: string): Promise<void> {
  const pglite = await PGlite.create();
  const dump = Buffer.from(await (await pglite.dumpDataDir("gzip")).arrayBuffer());
  await pglite.close();
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, dump, { mode: 0o600 });
  await rename(unfinished, path);
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies["@electric-sql/pglite"] ?? "";
}
