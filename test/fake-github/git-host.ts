import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

export const NOTHING = "0".repeat(40);

const environment = {
  PATH: process.env.PATH,
  HOME: "/nonexistent",
  LC_ALL: "C",
  TZ: "UTC",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

interface More {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
}

/** Runs git in a hosted repository; fails with what git says. */
export async function git(directory: string, command: readonly string[], more: More = {}): Promise<string> {
  return (await gitBytes(directory, command, more)).toString("utf8");
}

/** Like `git`, for contents that may be no text. */
export async function gitBytes(directory: string, command: readonly string[], more: More = {}): Promise<Buffer> {
  const options = { cwd: directory, env: { ...environment, ...more.env }, maxBuffer: 1 << 28 };
  const running = promisify(execFile)("git", command, { ...options, encoding: "buffer" });
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
