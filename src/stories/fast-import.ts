import { Buffer } from "node:buffer";
import { bytesOf, quotePath } from "./bytes.js";
import type { Signature, StoryCommit, StoryRef } from "./story.js";
import type { Tree, TreeFile } from "./tree.js";

/** The mark (`:12`) by which a commit is known while importing: its id is not readable before the end. */
export type MarkOf = (id: string) => string;

/**
 * The commands of `git fast-import`, rendered as bytes. Each commit states its
 * whole tree: the stories are small, and nothing depends on what came before.
 * https://git-scm.com/docs/git-fast-import
 */
export function renderCommit(commit: StoryCommit, message: string, tree: Tree, markOf: MarkOf): Buffer {
  const [from, ...merged] = commit.parents;
  return Buffer.concat([
    // A root on a branch that exists would otherwise continue it.
    line(`reset ${branchRef(commit.branch)}`),
    line(`commit ${branchRef(commit.branch)}`),
    line(`mark ${markOf(commit.id)}`),
    signature("author", commit.author),
    signature("committer", commit.committer),
    data(bytesOf(message)),
    ...(from === undefined ? [] : [line(`from ${markOf(from)}`)]),
    ...merged.map((id) => line(`merge ${markOf(id)}`)),
    line("deleteall"),
    ...[...tree].map(([path, file]) => renderFile(path, file)),
    line(""),
    // Answered with the new commit's id.
    line(`get-mark ${markOf(commit.id)}`),
  ]);
}

export function renderRef(ref: StoryRef, markOf: MarkOf): Buffer {
  const from = line(`from ${markOf(ref.commit)}`);
  if (ref.annotation === null) return Buffer.concat([line(`reset ${ref.name}`), from, line("")]);
  return Buffer.concat([
    line(`tag ${ref.name.replace(/^refs\/tags\//, "")}`),
    from,
    signature("tagger", ref.annotation.tagger),
    data(bytesOf(ref.annotation.message)),
  ]);
}

/** A branch is a name under refs/heads, or a whole ref (`refs/pull/7/head`) for commits that no branch ever held. */
export function branchRef(branch: string): string {
  return branch.startsWith("refs/") ? branch : `refs/heads/${branch}`;
}

function renderFile(path: string, file: TreeFile): Buffer {
  if (file.mode === "160000") return line(`M 160000 ${file.content} ${quotePath(path)}`);
  return Buffer.concat([line(`M ${file.mode} inline ${quotePath(path)}`), data(file.content)]);
}

function signature(role: "author" | "committer" | "tagger", who: Signature): Buffer {
  return line(`${role} ${who.name} <${who.email}> ${who.seconds} ${who.zone}`);
}

function data(content: Buffer): Buffer {
  return Buffer.concat([line(`data ${content.length}`), content, line("")]);
}

function line(text: string): Buffer {
  return bytesOf(`${text}\n`);
}
