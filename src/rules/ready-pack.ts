import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { BundledPack } from "./bundled.js";
import type { Pack } from "./pack.js";
import { readBeginning, understandPack } from "./read-pack.js";

/** What a build understood, and of which text. */
interface ReadyPack {
  readonly source: string;
  readonly pack: Pack;
}

/** Beside this file, or beside the bundle that holds it, which lies as deep. */
const DIRECTORY = fileURLToPath(new URL("../rules/ready/", import.meta.url));

/** A bundled pack as the build understood it; null where no build did. */
export async function readReady({ id, file }: BundledPack, source: Uint8Array): Promise<Pack | null> {
  const text = await readFile(`${DIRECTORY}${id}.json`, "utf8").catch(() => null);
  return text === null ? null : fromReady(text, file, source);
}

/** What a build writes to `rules/ready/<id>.json`: a pack is plain values. Fails with `InvalidFile`. */
export async function makeReady({ file }: BundledPack): Promise<string> {
  const source = await readBeginning(file);
  const ready: ReadyPack = { source: Buffer.from(source).toString("utf8"), pack: await understandPack(file, source) };
  return JSON.stringify(ready);
}

/**
 * The pack of a ready text, which is what understanding its file now would give; null when the file has
 * another text since, or the ready one is damaged.
 */
export function fromReady(text: string, file: string, source: Uint8Array): Pack | null {
  try {
    const ready = JSON.parse(text) as ReadyPack;
    return Buffer.from(ready.source).equals(source) ? placedIn(file, ready.pack) : null;
  } catch {
    return null;
  }
}

/** The program may lie elsewhere than where it was built. */
function placedIn(file: string, pack: Pack): Pack {
  const scenarios = pack.scenarios.map((scenario) => ({
    ...scenario,
    steps: scenario.steps.map((step) => ({ ...step, place: { ...step.place, file } })),
  }));
  return { ...pack, scenarios };
}
