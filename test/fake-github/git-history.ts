import { git, gitBytes, NOTHING } from "./git-host.js";

/** One file of a comparison, with `patch` as the API has it: the hunks without their header. */
export interface ChangedFile {
  readonly filename: string;
  readonly previous: string | null;
  readonly status: "added" | "removed" | "modified" | "renamed";
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  readonly patch: string | null;
}

/** Commits of `head` that `base` has not, oldest first. */
export async function commitsBetween(directory: string, base: string, head: string): Promise<string[]> {
  const lines = await git(directory, ["rev-list", "--reverse", "--topo-order", head, `^${base}`]);
  return lines.split("\n").filter((line) => line !== "");
}

export async function mergeBaseOf(directory: string, a: string, b: string): Promise<string | null> {
  const found = await git(directory, ["merge-base", a, b]).catch(() => "");
  return found === "" ? null : found.trim();
}

/** What a commit says of itself. */
export async function describeCommit(directory: string, commit: string) {
  const format = "--format=%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B";
  const text = await git(directory, ["log", "-1", format, commit]);
  const [sha = "", tree = "", parents = "", an = "", ae = "", ad = "", cn = "", ce = "", cd = "", message = ""] =
    text.split("\0");
  return {
    sha,
    tree,
    parents: parents.split(" ").filter((parent) => parent !== ""),
    author: { name: an, email: ae, date: ad },
    committer: { name: cn, email: ce, date: cd },
    message: message.trimEnd(),
  };
}

/** What changed from one commit to another, sorted by path. */
export async function changedFiles(directory: string, from: string, to: string): Promise<ChangedFile[]> {
  const raw = await git(directory, ["diff-tree", "-r", "-M", "-z", "--raw", "--no-abbrev", from, to]);
  const parts = raw.split("\0");
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < parts.length; ) {
    const [, , before = "", after = "", letter = ""] = (parts[at] ?? "").split(" ");
    const renamed = letter.startsWith("R");
    const previous = renamed ? (parts[at + 1] ?? "") : null;
    const filename = parts[at + (renamed ? 2 : 1)] ?? "";
    const patch = await patchOf(directory, before, after);
    files.push({ filename, previous, sha: after === NOTHING ? before : after, status: statusOf(letter), ...patch });
    at += renamed ? 3 : 2;
  }
  return files;
}

function statusOf(letter: string): ChangedFile["status"] {
  if (letter === "A") return "added";
  if (letter === "D") return "removed";
  return letter.startsWith("R") ? "renamed" : "modified";
}

async function patchOf(directory: string, before: string, after: string) {
  const empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
  const [from, to] = [before, after].map((blob) => (blob === NOTHING ? empty : blob));
  await git(directory, ["hash-object", "-w", "--stdin"]);
  const text = await git(directory, ["diff", from ?? empty, to ?? empty]).catch(() => "");
  const at = text.indexOf("\n@@ ");
  if (at < 0) return { additions: 0, deletions: 0, patch: null };
  const patch = text.slice(at + 1).replace(/\n$/, "");
  const count = (sign: string) => patch.split("\n").filter((line) => line.startsWith(sign)).length;
  return { additions: count("+"), deletions: count("-"), patch };
}

/** A file of a commit with its blob's id; null when there is none. */
export async function readFileAt(directory: string, commit: string, path: string) {
  const line = await git(directory, ["ls-tree", "-z", commit, "--", path], { env: { GIT_LITERAL_PATHSPECS: "1" } });
  const [, sha] = /^\d+ blob ([0-9a-f]{40})\t/.exec(line) ?? [];
  if (sha === undefined) return null;
  return { sha, content: await gitBytes(directory, ["cat-file", "blob", sha]) };
}
