import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGithub } from "../../../src/github/api/index.js";
import { type MirrorLimits, type MirrorRequest, type Mirrors, openMirrors } from "../../../src/github/mirror/index.js";
import { FakeGithub, type Installation, type Repository } from "../../fake-github/index.js";

const GENEROUS: MirrorLimits = { mirrorBytes: 2 ** 30, totalBytes: 2 ** 30, timeout: 30_000 };

/** A fake GitHub with one private repository, and mirrors that fetch from it as the App does. */
export class MirrorWorld implements AsyncDisposable {
  private constructor(
    readonly github: FakeGithub,
    readonly repository: Repository,
    readonly installation: Installation,
    readonly scratch: string,
    readonly mirrors: Mirrors,
  ) {}

  static async open(limits: Partial<MirrorLimits> = {}, directory?: string): Promise<MirrorWorld> {
    const github = await FakeGithub.start();
    const repository = await github.people.createRepository({ name: "kubeovn/kube-ovn", private: true });
    await github.people.commit(repository, "master", "begin", { "port.go": "package port\n" });
    const installation = github.owners.install([repository]);
    const scratch = await mkdtemp(join(tmpdir(), "volteface-mirrors-"));
    const mirrors = await openMirrors(directory ?? join(scratch, "mirrors"), { ...GENEROUS, ...limits });
    return new MirrorWorld(github, repository, installation, scratch, mirrors);
  }

  /** Opens the same mirrors again, as the next process would. */
  reopen(limits: Partial<MirrorLimits> = {}): Promise<Mirrors> {
    return openMirrors(join(this.scratch, "mirrors"), { ...GENEROUS, ...limits });
  }

  /** What the App would ask for now. */
  request(change: Partial<MirrorRequest> = {}, of = this.repository): MirrorRequest {
    const { id, privateKey } = this.github.state.app;
    const github = openGithub({ baseUrl: this.github.url, appId: id, privateKey, restraint: false });
    return {
      repositoryId: of.id,
      url: `${this.github.url}/${of.owner}/${of.name}.git`,
      defaultBranch: of.defaultBranch,
      pullRequests: of.pulls.filter(({ state }) => state === "open").map(({ number }) => number),
      token: () => github.contentsToken(this.installation.id, of.id),
      ...change,
    };
  }

  fetch(change: Partial<MirrorRequest> = {}, signal = new AbortController().signal, mirrors = this.mirrors) {
    return mirrors.fetch(this.request(change), signal);
  }

  /** Fetches and is done with it at once; gives the directory. */
  async refresh(change: Partial<MirrorRequest> = {}): Promise<string> {
    using mirror = await this.fetch(change);
    return mirror.directory;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.github.close();
    await rm(this.scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Runs git as an honest user would. */
export function git(directory: string, ...words: string[]): string {
  return execFileSync("git", words, { cwd: directory, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

/** Ref -> commit, as a repository has them. */
export function refsOf(directory: string): Record<string, string> {
  const lines = git(directory, "for-each-ref", "--format=%(refname) %(objectname)").split("\n");
  return Object.fromEntries(lines.filter((line) => line !== "").map((line) => line.split(" ")));
}
