import type { Repository } from "../../git/index.js";
import { Failure } from "../../primitives/index.js";

/** One byte more than a file of rules or settings may have: reading it refuses what is larger. */
const LIMIT = 1_000_001;

/**
 * The contents of files of a commit, by path; those that it does not have, or has as links, are absent.
 * Nothing is looked for in the working tree. Fails with `config.unreadable` for what this clone lacks.
 */
export async function filesAt(
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = new Set(paths);
  const folders = new Set(paths.flatMap(foldersOf));
  const [snapshot] = await repository.snapshots([commit], (path) =>
    path.endsWith("/") ? folders.has(path) : wanted.has(path),
  );
  const [problem] = snapshot?.problems ?? [];
  if (problem !== undefined)
    throw new Failure("config.unreadable", { file: paths.join(", "), commit, detail: problem });
  const files = new Map<string, Uint8Array>();
  for (const { path, blob } of snapshot?.entries ?? [])
    files.set(path, await contentOf(blob, path, commit, repository));
  return files;
}

/** `a/b/c.yml` → `a/`, `a/b/`. */
function foldersOf(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));
}

async function contentOf(blob: string, path: string, commit: string, repository: Repository): Promise<Uint8Array> {
  let content: Uint8Array | null = null;
  await repository.readBlobs(
    [blob],
    (_, bytes, problem) => {
      // A file that is too large is refused by whoever reads it, as any other that is.
      content = problem === "too-large" ? new Uint8Array(LIMIT) : bytes && Uint8Array.from(bytes);
    },
    LIMIT,
  );
  if (content === null)
    throw new Failure("config.unreadable", { file: path, commit, detail: `object ${blob} is missing` });
  return content;
}
