import { execFileSync, spawn } from "node:child_process";

export interface GoBlob {
  readonly id: string;
  /** One of the paths it has. */
  readonly path: string;
  readonly content: Buffer;
}

/** The distinct Go files of the refs, in the order git lists them. */
export async function* readGoBlobs(repository: string, refs: readonly string[]): AsyncGenerator<GoBlob> {
  const pathOf = listGoBlobs(repository, refs);
  for await (const { id, content } of readObjects(repository, [...pathOf.keys()])) {
    yield { id, path: pathOf.get(id) ?? "", content };
  }
}

/** Every branch head, when no ref is asked for. */
export function branchHeads(repository: string): readonly string[] {
  return git(repository, ["for-each-ref", "--format=%(refname)", "refs/heads"]).split("\n").filter(Boolean);
}

function listGoBlobs(repository: string, refs: readonly string[]): ReadonlyMap<string, string> {
  const pathOf = new Map<string, string>();
  for (const ref of refs) {
    for (const entry of git(repository, ["ls-tree", "-r", "-z", ref]).split("\0")) {
      const [, id, path] = /^100\d+ blob (\w+)\t(.*)$/s.exec(entry) ?? [];
      if (id !== undefined && path?.endsWith(".go") && !pathOf.has(id)) pathOf.set(id, path);
    }
  }
  return pathOf;
}

function git(repository: string, args: readonly string[]): string {
  return execFileSync("git", ["-C", repository, ...args], { encoding: "utf8", maxBuffer: 1 << 30 });
}

/** Streams objects through `git cat-file --batch`; missing ones are left out. */
async function* readObjects(
  repository: string,
  ids: readonly string[],
): AsyncGenerator<{ readonly id: string; readonly content: Buffer }> {
  const process = spawn("git", ["-C", repository, "cat-file", "--batch", "--buffer"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  process.stdin.end(ids.map((id) => `${id}\n`).join(""));
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of process.stdout as AsyncIterable<Buffer>) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const newline = pending.indexOf("\n");
      if (newline < 0) break;
      const [id = "", type, size] = pending.toString("latin1", 0, newline).split(" ");
      if (type === "missing") {
        pending = pending.subarray(newline + 1);
        continue;
      }
      const end = newline + 1 + Number(size);
      if (pending.length <= end) break;
      yield { id, content: pending.subarray(newline + 1, end) };
      pending = pending.subarray(end + 1);
    }
  }
}
