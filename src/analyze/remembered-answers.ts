import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { once } from "../primitives/index.js";
import { findPackFile, listBundledPacks, type PackReference } from "../rules/index.js";
import { openStore } from "../store/index.js";
import type { ProgressEvent } from "./progress.js";

/** What was found, and what was remarked on the way. */
export interface Remembered<Answer> {
  readonly answer: Answer;
  readonly remarks: readonly ProgressEvent[];
}

/**
 * Whole answers, by all that decides them: what was asked, of which commits, with which rules, by
 * which program. They are JSON. Only an answer for which everything could be read may be kept:
 * commits stay what they are, and a clone that lacks objects may get them.
 */
export class RememberedAnswers<Answer> {
  readonly #store = openStore("answers");
  readonly #key: Promise<string | null>;

  /** @param question JSON that tells what was asked, except for the rules */
  constructor(question: unknown, rules: readonly PackReference[]) {
    this.#key = this.#store.keeps ? keyOf(question, rules) : Promise.resolve(null);
  }

  async get(): Promise<Remembered<Answer> | null> {
    const key = await this.#key;
    const bytes = key === null ? null : await this.#store.get(key);
    return bytes === null ? null : (JSON.parse(Buffer.from(bytes).toString("utf8")) as Remembered<Answer>);
  }

  async put(remembered: Remembered<Answer>): Promise<void> {
    const key = await this.#key;
    if (key !== null) await this.#store.put(key, Buffer.from(JSON.stringify(remembered), "utf8"));
  }
}

/** Null when something cannot be read: then whoever needs it will say so. */
async function keyOf(question: unknown, rules: readonly PackReference[]): Promise<string | null> {
  try {
    const parts = await Promise.all([programFiles(), packTexts(rules)]);
    return createHash("sha256")
      .update(JSON.stringify([question, rules.map(nameOf), ...parts]))
      .digest("hex");
  } catch {
    return null;
  }
}

function nameOf(reference: PackReference): string {
  return typeof reference === "string" ? reference : reference.name;
}

async function packTexts(rules: readonly PackReference[]): Promise<string[]> {
  const references = rules.length > 0 ? rules : (await listBundledPacks()).map(({ file }) => file);
  return Promise.all(
    references.map(async (reference) =>
      typeof reference === "string"
        ? readFile(await findPackFile(reference), "utf8")
        : Buffer.from(reference.bytes).toString("utf8"),
    ),
  );
}

/** The program as it was when it was first asked: a version number would not tell one build from the next. */
const programFiles = once(async (): Promise<string[]> => {
  // The directory of this module, or of the file that it was bundled into.
  const own = fileURLToPath(new URL(".", import.meta.url));
  // The names of bundled files tell what is in them.
  if (basename(own) === "bundled") return (await readdir(own)).sort();
  const root = join(own, "..");
  const files = (await readdir(root, { recursive: true })).filter((name) => /\.[jt]s$/.test(name)).sort();
  return Promise.all(
    files.map(async (name) => {
      const { size, mtimeMs } = await stat(join(root, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
});
