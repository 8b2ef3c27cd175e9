import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { branchesOf, importObjects, initHosted, setRef } from "./git-host.js";
import type { Access, Repository } from "./state.js";
import type { World } from "./world.js";

export interface NewRepository {
  /** `OWNER/NAME` */
  readonly name: string;
  /** A repository whose objects it starts with: that of a story. */
  readonly from?: string;
  /** Branch -> commit; all branches of `from` unless told. */
  readonly branches?: Readonly<Record<string, string>>;
  readonly defaultBranch?: string;
  /** Public unless told. */
  readonly private?: boolean;
  readonly collaborators?: Readonly<Record<string, Access>>;
  /** What it is a fork of; its objects come along. */
  readonly parent?: Repository;
}

/** Makes a repository, and its bare one on disk below `root`. */
export async function createRepository(world: World, root: string, asked: NewRepository): Promise<Repository> {
  const [owner = "", name = ""] = asked.name.split("/");
  world.account(owner, "Organization");
  const directory = join(root, owner, `${name}.git`);
  const defaultBranch = asked.defaultBranch ?? asked.parent?.defaultBranch ?? "master";
  await mkdir(join(root, owner), { recursive: true });
  await initHosted(directory, defaultBranch);
  const from = asked.from ?? asked.parent?.directory;
  if (from !== undefined) await importObjects(directory, from);
  const branches = asked.branches ?? Object.fromEntries(from === undefined ? [] : await branchesOf(from));
  for (const [branch, commit] of Object.entries(branches)) await setRef(directory, `refs/heads/${branch}`, commit);
  const repository: Repository = {
    id: world.nextId(),
    owner,
    name,
    private: asked.private ?? false,
    defaultBranch,
    parent: asked.parent?.id ?? null,
    directory,
    collaborators: { ...asked.collaborators },
    pulls: [],
    comments: [],
    checkRuns: [],
    sarifs: [],
  };
  world.state.repositories.push(repository);
  return repository;
}
