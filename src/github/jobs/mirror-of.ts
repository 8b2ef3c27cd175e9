import { Failure } from "../../primitives/index.js";
import { orFailure } from "../api/index.js";
import type { Mirror } from "../mirror/index.js";
import type { RepositoryName, Tools } from "../work.js";

/** So long a repository that was too large is not cloned again, in milliseconds. */
const REST_MS = 3_600_000;

/** Repositories that were too large, and until when that is believed. */
const tooLarge = new Map<number, { readonly failure: Failure; readonly until: number }>();

export interface MirrorNeeds {
  /** Where it is cloned from, and what its HEAD names. */
  readonly cloneUrl: string;
  readonly defaultBranch: string;
  readonly pullRequests: readonly number[];
}

/** The mirror of a repository as it is on GitHub now, held until it is disposed of. */
export async function mirrorOf(
  { installation, repository, owner, name }: RepositoryName,
  { cloneUrl, defaultBranch, pullRequests }: MirrorNeeds,
  { mirrors, github }: Tools,
  signal: AbortSignal,
): Promise<Mirror> {
  const known = tooLarge.get(repository);
  if (known !== undefined && Date.now() < known.until) throw known.failure;
  tooLarge.delete(repository);
  const token = () => orFailure(`${owner}/${name}`, () => github.contentsToken(installation, repository));
  try {
    const request = { repositoryId: repository, url: cloneUrl, defaultBranch, pullRequests, token };
    return await mirrors.fetch(request, signal);
  } catch (error) {
    if (error instanceof Failure && error.code === "mirror.too-large")
      tooLarge.set(repository, { failure: error, until: Date.now() + REST_MS });
    throw error;
  }
}
