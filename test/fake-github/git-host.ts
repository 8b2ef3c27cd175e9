import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

export const NOTHING = "0".repeat(40);
/** When the little world begins: 2025-10-21 08:00 UTC, in seconds. */
const BEGIN = 1_761_033_600;

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

const environment = {
  PATH: process.env.PATH,
  HOME: "/nonexistent",
  LC_ALL: "C",
  TZ: "UTC",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

/** Runs git in a hosted repository; fails with what git says. */
export async function git(
  directory: string,
  command: readonly string[],
  more: { readonly env?: Readonly<Record<string, string>>; readonly input?: string | Buffer } = {},
): Promise<string> {
  const running = promisify(execFile)("git", command, {
    cwd: directory,
    env: { ...environment, ...more.env },
    maxBuffer: 1 << 28,
  });
  // Most commands read nothing, and may be gone before we have written nothing.
  running.child.stdin?.on("error", () => {});
  running.child.stdin?.end(more.input ?? "");
  return (await running).stdout;
}

/** Makes a bare repository that `git http-backend` serves as GitHub does: any object that can be reached. */
export async function initHosted(directory: string, head: string): Promise<void> {
  await git(".", ["init", "--quiet", "--bare", "--template=", `--initial-branch=${head}`, directory]);
  for (const setting of ["uploadpack.allowFilter", "uploadpack.allowReachableSHA1InWant"]) {
    await git(directory, ["config", setting, "true"]);
  }
}

/** Brings all objects of another repository; refs stay as they are. */
export async function importObjects(directory: string, from: string): Promise<void> {
  await cp(join(from, "objects"), join(directory, "objects"), { recursive: true, force: false });
}

/** The commit of a ref, a branch's short name or an id; null when there is none. */
export async function findCommit(directory: string, name: string): Promise<string | null> {
  const names = [name, `refs/heads/${name}`].map((one) => `${one}^{commit}`);
  for (const one of names) {
    const found = await git(directory, ["rev-parse", "--verify", "--quiet", one]).catch(() => "");
    if (found !== "") return found.trim();
  }
  return null;
}

/** Points a ref at a commit; with null it is deleted. */
export async function setRef(directory: string, ref: string, commit: string | null): Promise<void> {
  await git(directory, commit === null ? ["update-ref", "-d", ref] : ["update-ref", ref, commit]);
}

/** Branches with their commits, sorted by name. */
export async function branchesOf(directory: string): Promise<ReadonlyMap<string, string>> {
  const lines = await git(directory, ["for-each-ref", "--format=%(objectname) %(refname:lstrip=2)", "refs/heads/"]);
  return new Map(
    lines.split("\n").flatMap((line) => (line === "" ? [] : [[line.slice(41), line.slice(0, 40)] as const])),
  );
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
  const { stdout } = await promisify(execFile)("git", ["cat-file", "blob", sha], {
    cwd: directory,
    env: environment,
    encoding: "buffer",
    maxBuffer: 1 << 28,
  });
  return { sha, content: stdout };
}

/** Writes a commit on top of a parent; null deletes a file. */
export async function writeCommit(
  directory: string,
  parent: string | null,
  message: string,
  files: Readonly<Record<string, string | null>>,
): Promise<string> {
  const env = { GIT_INDEX_FILE: join(directory, `index-${randomUUID()}`) };
  try {
    if (parent !== null) await git(directory, ["read-tree", parent], { env });
    for (const [path, content] of Object.entries(files)) {
      const blob = content === null ? NOTHING : await writeBlob(directory, content);
      const input = `${content === null ? "0" : "100644"} ${blob}\t${path}\0`;
      await git(directory, ["update-index", "-z", "--index-info"], { env, input });
    }
    const tree = await git(directory, ["write-tree"], { env });
    return await commitTree(directory, tree.trim(), parent === null ? [] : [parent], message);
  } finally {
    await rm(env.GIT_INDEX_FILE, { force: true });
  }
}

/** The commit that merging makes; fails where people would have to settle a conflict. */
export async function writeMerge(directory: string, base: string, head: string, message: string): Promise<string> {
  const tree = await git(directory, ["merge-tree", "--write-tree", base, head]);
  return commitTree(directory, tree.split("\n", 1)[0] ?? "", [base, head], message);
}

async function writeBlob(directory: string, content: string): Promise<string> {
  return (await git(directory, ["hash-object", "-w", "--stdin"], { input: content })).trim();
}

/** A commit's date is a minute after its first parent's, so that ids never move. */
async function commitTree(
  directory: string,
  tree: string,
  parents: readonly string[],
  message: string,
): Promise<string> {
  const [first] = parents;
  const before = first === undefined ? BEGIN : Number(await git(directory, ["log", "-1", "--format=%ct", first]));
  const date = `${before + 60} +0000`;
  const env = {
    GIT_AUTHOR_NAME: "Ada Port",
    GIT_AUTHOR_EMAIL: "ada@example.org",
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: "Ada Port",
    GIT_COMMITTER_EMAIL: "ada@example.org",
    GIT_COMMITTER_DATE: date,
  };
  const words = ["commit-tree", tree, ...parents.flatMap((parent) => ["-p", parent]), "-F", "-"];
  return (await git(directory, words, { env, input: message })).trim();
}
