import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuiltStory, buildStory } from "../../../src/stories/index.js";
import type { FakeGithub, Repository } from "../../fake-github/index.js";

/** The founding case, as it was on the day before its undo: #5833 is on master and on release-1.14. */
export class MigrationStory {
  private constructor(
    readonly built: BuiltStory,
    private readonly directory: string,
  ) {}

  static async build(): Promise<MigrationStory> {
    const directory = mkdtempSync(join(tmpdir(), "volteface-app-story-"));
    return new MigrationStory(await buildStory("kube-ovn-migration", join(directory, "story")), directory);
  }

  commit(id: string): string {
    const found = this.built.commits[id];
    if (found === undefined) throw new Error(`the story has no commit ${id}`);
    return found;
  }

  /** A repository of the story on GitHub; `undo` is a branch that takes #5833 back, without a word about it. */
  async host(github: FakeGithub, name = "kubeovn/kube-ovn"): Promise<Repository> {
    return await github.people.createRepository({
      name,
      from: this.built.directory,
      branches: {
        master: this.commit("5833"),
        "release-1.13": this.commit("1.13-5026"),
        "release-1.14": this.commit("1.14-5833"),
        undo: this.commit("5873"),
      },
      collaborators: { mei: "write" },
    });
  }

  /** A file of a commit. */
  file(id: string, path: string): string {
    return execFileSync("git", ["show", `${this.commit(id)}:${path}`], {
      cwd: this.built.directory,
      encoding: "utf8",
    });
  }

  /** The files that differ between two commits, as they are in the second. */
  changed(from: string, to: string): Record<string, string> {
    const names = execFileSync("git", ["diff", "--name-only", this.commit(from), this.commit(to)], {
      cwd: this.built.directory,
      encoding: "utf8",
    });
    const paths = names.split("\n").filter((path) => path !== "");
    return Object.fromEntries(paths.map((path) => [path, this.file(to, path)]));
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
