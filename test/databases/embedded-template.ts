import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "../../src/store/database/embedded.js";

/** The directory of a new embedded database: making one takes ten seconds, so that the first test which needs one makes it for all. */
export async function embeddedTemplate(): Promise<string> {
  const path = join(tmpdir(), `volteface-pglite-${version()}-${process.getuid?.() ?? 0}`);
  if (!existsSync(path)) await make(path);
  return path;
}

async function make(path: string): Promise<void> {
  const unfinished = await mkdtemp(`${path}-`);
  await (await openEmbedded(unfinished)).close();
  // Another test file may have been faster.
  await rename(unfinished, path).catch(() => rm(unfinished, { recursive: true }));
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies["@electric-sql/pglite"] ?? "";
}
