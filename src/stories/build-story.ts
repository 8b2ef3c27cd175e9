import { mkdir, readdir } from "node:fs/promises";
import { Failure } from "../primitives/index.js";
import { branchRef, renderCommit, renderRef } from "./fast-import.js";
import { startFastImport } from "./fast-import-process.js";
import { readStory } from "./read-story.js";
import { replay } from "./replay.js";
import type { Story } from "./story.js";

export interface BuiltStory {
  /** A bare repository: nothing is checked out, so no file name of a story can do harm. */
  readonly directory: string;
  /** Full ref name -> commit id (an annotated tag's commit), sorted by name. */
  readonly refs: Readonly<Record<string, string>>;
  /** The story's own id of a commit -> commit id. */
  readonly commits: Readonly<Record<string, string>>;
}

/** Builds the repository of a story in a directory that is new or empty. */
export async function buildStory(name: string, directory: string): Promise<BuiltStory> {
  const story = await readStory(name);
  await claim(directory);
  const commits = await importStory(story, directory);
  return { directory, refs: refsOf(story, commits), commits: Object.fromEntries(commits) };
}

async function claim(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  if ((await readdir(directory)).length > 0) throw new Failure("directory-not-empty", { directory });
}

/** One commit after the other, because a message may name the id of an earlier one. */
async function importStory(story: Story, directory: string): Promise<ReadonlyMap<string, string>> {
  const trees = await replay(story);
  const git = await startFastImport(directory, story.head);
  const places = new Map(story.commits.map((commit, at) => [commit.id, at + 1]));
  const markOf = (id: string): string => `:${places.get(id)}`;
  const ids = new Map<string, string>();
  for (const commit of story.commits) {
    const message = commit.message.replace(/\{commit:([^}]+)\}/g, (whole, id: string) => ids.get(id) ?? whole);
    ids.set(commit.id, await git.ask(renderCommit(commit, message, trees.get(commit.id) ?? new Map(), markOf)));
  }
  for (const ref of story.refs) git.tell(renderRef(ref, markOf));
  await git.finish();
  return ids;
}

function refsOf(story: Story, commits: ReadonlyMap<string, string>): Record<string, string> {
  const tips = story.commits.map((commit) => [branchRef(commit.branch), commit.id] as const);
  const named = story.refs.map((ref) => [ref.name, ref.commit] as const);
  const last = new Map([...tips, ...named]);
  return Object.fromEntries(
    [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ref, id]) => [ref, commits.get(id) ?? ""]),
  );
}
