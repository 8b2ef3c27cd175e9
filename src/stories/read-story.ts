import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { Failure } from "../primitives/index.js";
import type { Story } from "./story.js";
import { badStory } from "./story-failure.js";
import { understandStory } from "./understand-story.js";
import { writtenStory } from "./written.js";

/** Where the stories are: the same two steps up from src/stories and from dist/stories. */
export const storiesDirectory = fileURLToPath(new URL("../../fixtures/histories/", import.meta.url));

/** Every story there is, sorted. */
export async function storyNames(): Promise<string[]> {
  const entries = await readdir(storiesDirectory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Reads fixtures/histories/<name>/story.yml. */
export async function readStory(name: string): Promise<Story> {
  const names = await storyNames();
  if (!names.includes(name)) throw new Failure("unknown-story", { story: name, known: names.join(", ") });
  return parseStory(name, await readFile(`${storiesDirectory}${name}/story.yml`, "utf8"));
}

/** Turns the text of a story.yml into a story, or fails with everything that is wrong with it. */
export function parseStory(name: string, text: string): Story {
  const written = writtenStory.safeParse(parseYaml(name, text));
  if (written.success) return understandStory(name, written.data);
  throw badStory(
    name,
    written.error.issues.map((issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`),
  );
}

function parseYaml(name: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw badStory(name, [(error as Error).message], error);
  }
}
