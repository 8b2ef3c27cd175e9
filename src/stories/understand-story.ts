import type { Change, Content, Signature, Story, StoryCommit, StoryRef } from "./story.js";
import { badStory } from "./story-failure.js";
import type { WrittenCommit, WrittenContent, WrittenStory } from "./written.js";

/** Fills in what a story leaves out (parents, picked changes) and checks every name it uses. */
export function understandStory(name: string, written: WrittenStory): Story {
  const problems: string[] = [];
  const commits = understandCommits(written, problems);
  const ids = new Set(commits.map((commit) => commit.id));
  const refs = understandRefs(written, ids, problems);
  checkHead(written, commits, problems);
  if (problems.length > 0) throw badStory(name, problems);
  return { name, title: written.title, head: written.head, commits, refs, expect: written.expect };
}

function understandCommits(written: WrittenStory, problems: string[]): StoryCommit[] {
  const earlier = new Map<string, StoryCommit>();
  const tips = new Map<string, string>();
  for (const commit of written.commits) {
    if (earlier.has(commit.id)) problems.push(`commit ${commit.id}: the id is used twice`);
    const parents = parentsOf(commit, tips.get(commit.branch), earlier.size === 0, problems);
    for (const id of commit.pick === undefined ? parents : [...parents, commit.pick]) {
      if (!earlier.has(id)) problems.push(`commit ${commit.id}: there is no earlier commit ${id}`);
    }
    earlier.set(commit.id, understandCommit(commit, parents, earlier, signer(written, problems), problems));
    tips.set(commit.branch, commit.id);
  }
  return [...earlier.values()];
}

function parentsOf(commit: WrittenCommit, tip: string | undefined, first: boolean, problems: string[]): string[] {
  if (commit.parents !== undefined) return commit.parents;
  if (tip !== undefined) return [tip];
  if (!first) problems.push(`commit ${commit.id}: it starts branch ${commit.branch}, so it must name its parents`);
  return [];
}

function understandCommit(
  commit: WrittenCommit,
  parents: readonly string[],
  earlier: ReadonlyMap<string, StoryCommit>,
  sign: Sign,
  problems: string[],
): StoryCommit {
  const committer = sign(commit.author, commit.date, `commit ${commit.id}`);
  const picked = commit.pick === undefined ? undefined : earlier.get(commit.pick);
  const message = commit.message ?? picked?.message;
  if (message === undefined) problems.push(`commit ${commit.id}: it has no message`);
  return {
    id: commit.id,
    branch: commit.branch,
    parents,
    author: picked?.author ?? committer,
    committer,
    message: message ?? "",
    changes: [...(picked?.changes ?? []), ...changesOf(commit)],
  };
}

function changesOf(commit: WrittenCommit): Change[] {
  return [
    ...(commit.delete ?? []).map((path) => ({ kind: "delete" as const, path })),
    ...Object.entries(commit.move ?? {}).map(([from, to]) => ({ kind: "move" as const, from, to })),
    ...Object.entries(commit.put ?? {}).map(([path, put]) => ({
      kind: "put" as const,
      path,
      content: understandContent(put),
    })),
    ...(commit.edit ?? []).map((edit) => ({ kind: "edit" as const, ...edit })),
  ];
}

function understandContent(written: WrittenContent): Content {
  if (typeof written === "string") return understandContent({ source: written });
  if ("repeat" in written) {
    const { repeat: line, times, before = "", after = "" } = written;
    return { kind: "repeat", before, line, times, after };
  }
  if ("bytes" in written) return { kind: "bytes", hex: written.bytes.replace(/\s/g, "") };
  if ("symlink" in written) return { kind: "symlink", target: written.symlink };
  if ("submodule" in written) return { kind: "submodule", commit: written.submodule };
  const { crlf = false, bom: byteOrderMark = false, executable = false } = written;
  const format = { crlf, byteOrderMark, executable };
  return "text" in written
    ? { kind: "text", text: written.text, format }
    : { kind: "source", source: written.source, format };
}

function understandRefs(written: WrittenStory, ids: ReadonlySet<string>, problems: string[]): StoryRef[] {
  const sign = signer(written, problems);
  const refs: StoryRef[] = [
    ...Object.entries(written.branches).map(([name, commit]) => light(`refs/heads/${name}`, commit)),
    ...Object.entries(written.pulls).map(([number, commit]) => light(`refs/pull/${number}/head`, commit)),
    ...Object.entries(written.tags).map(([name, tag]) => {
      if (typeof tag === "string") return light(`refs/tags/${name}`, tag);
      const annotation = { tagger: sign(tag.author, tag.date, `tag ${name}`), message: tag.message };
      return { name: `refs/tags/${name}`, commit: tag.commit, annotation };
    }),
  ];
  for (const ref of refs) if (!ids.has(ref.commit)) problems.push(`${ref.name}: there is no commit ${ref.commit}`);
  return refs;
}

function light(name: string, commit: string): StoryRef {
  return { name, commit, annotation: null };
}

type Sign = (person: string, date: string, where: string) => Signature;

function signer(written: WrittenStory, problems: string[]): Sign {
  return (person, date, where) => {
    const known = written.people[person];
    if (known === undefined) problems.push(`${where}: people has no ${person}`);
    const [name = "", email = ""] = (known ?? "").replace(/>$/, "").split("<");
    const zone = date.endsWith("Z") ? "+0000" : date.slice(-6).replace(":", "");
    return { name: name.trim(), email, seconds: Date.parse(date) / 1000, zone };
  };
}

function checkHead(written: WrittenStory, commits: readonly StoryCommit[], problems: string[]): void {
  const branches = new Set([...commits.map((commit) => commit.branch), ...Object.keys(written.branches)]);
  if (!branches.has(written.head)) problems.push(`head: there is no branch ${written.head}`);
}
