import { Buffer } from "node:buffer";
import { readContent } from "./read-content.js";
import type { Change, Story, StoryCommit } from "./story.js";
import { badStory } from "./story-failure.js";
import type { Tree, TreeFile } from "./tree.js";

/** Works out the files of every commit. */
export async function replay(story: Story): Promise<ReadonlyMap<string, Tree>> {
  const trees = new Map<string, Tree>();
  for (const commit of story.commits) trees.set(commit.id, await treeOf(story, commit, trees));
  return trees;
}

async function treeOf(story: Story, commit: StoryCommit, trees: ReadonlyMap<string, Tree>): Promise<Tree> {
  const [first] = commit.parents;
  const tree = new Map(first === undefined ? [] : trees.get(first));
  for (const change of commit.changes) {
    const problem = await apply(story, change, tree);
    if (problem !== null) throw badStory(story.name, [`commit ${commit.id}: ${problem}`]);
  }
  return tree;
}

/** Changes the tree; returns what is wrong, or null. */
async function apply(story: Story, change: Change, tree: Map<string, TreeFile>): Promise<string | null> {
  switch (change.kind) {
    case "put":
      for (const [path, file] of await readContent(story.name, change.path, change.content)) tree.set(path, file);
      return null;
    case "delete":
      return tree.delete(change.path) ? null : `delete: there is no file ${change.path}`;
    case "move": {
      const file = tree.get(change.from);
      if (file === undefined) return `move: there is no file ${change.from}`;
      tree.delete(change.from);
      tree.set(change.to, file);
      return null;
    }
    case "edit": {
      const file = tree.get(change.path);
      if (file === undefined) return `edit: there is no file ${change.path}`;
      const parts = file.content.toString("utf8").split(change.replace);
      if (parts.length !== 2) return `edit: ${change.path} has ${parts.length - 1} times: ${firstLine(change.replace)}`;
      tree.set(change.path, { mode: file.mode, content: Buffer.from(parts.join(change.with)) });
      return null;
    }
  }
}

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] ?? "";
}
