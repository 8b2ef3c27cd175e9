import { Failure } from "../primitives/index.js";
import type { Commands } from "./commands.js";
import type { ResolvedRef } from "./contract.js";
import type { Objects } from "./objects.js";
import { pullRequestRefs } from "./pull-requests.js";
import { listRefs } from "./refs.js";
import { isObjectId, parseRef, type TypedRef } from "./typed-ref.js";
import { ambiguousRef, explainUnknownRef, shortName } from "./unknown-ref.js";

/** A name that a ref may mean, in full, and the commit it stands for. */
interface Meaning {
  readonly name: string;
  readonly commit: string;
}

/**
 * Resolves what users type, all in one stream. In this order:
 *
 * 1. `HEAD` and full object ids stand for themselves;
 * 2. a local branch — unlike git, which prefers a tag of the same name;
 * 3. git's own rules: tag, remote-tracking name, abbreviated id, and the rest of `git help revisions`;
 * 4. the remote-tracking branch, when exactly one remote has one of that name
 *    (or all that have one agree on the commit);
 * 5. for `#123`: `refs/pull/123/head`, GitLab's `refs/merge-requests/123/head`, a remote's copy of it.
 *
 * Fails with `invalid-ref`, `unknown-ref`, `unknown-ref-without-suggestion`, `unknown-pull-request`,
 * `unknown-commit`, `ref-without-commit` or `ambiguous-ref`, for the first ref that has a problem.
 */
export async function resolveRefs(
  commands: Commands,
  objects: Objects,
  remotes: readonly string[],
  refs: readonly string[],
): Promise<ResolvedRef[]> {
  const typed = refs.map(parseRef);
  const direct = await lookUp(commands, objects, typed, directNames);
  const open = typed.filter((_, index) => direct[index]?.length === 0);
  const rest = await resolveThroughRemotes(commands, objects, remotes, open);
  return refs.map((ref, index) => ({ ref, commit: direct[index]?.[0]?.commit ?? rest.get(ref) ?? "" }));
}

/** For the refs that nothing here is called by: their commits at the remotes, by ref as typed. */
async function resolveThroughRemotes(
  commands: Commands,
  objects: Objects,
  remotes: readonly string[],
  typed: readonly TypedRef[],
): Promise<Map<string, string>> {
  const commits = new Map<string, string>();
  if (typed.length === 0) return commits;
  const names = new Set((await listRefs(commands)).map(({ name }) => name));
  const meanings = await lookUp(commands, objects, typed, (each) =>
    remoteNames(each, remotes).filter((name) => names.has(name)),
  );
  for (const [index, each] of typed.entries()) {
    const [first, ...others] = meanings[index] ?? [];
    if (first === undefined) throw await explainUnknownRef(commands, objects, each, names);
    if (each.pullRequest === null && others.some(({ commit }) => commit !== first.commit)) {
      throw ambiguousRef(
        each.ref,
        [first, ...others].map(({ name }) => shortName(name)),
      );
    }
    commits.set(each.ref, first.commit);
  }
  return commits;
}

function directNames({ base, pullRequest, elaborate }: TypedRef): readonly string[] {
  if (pullRequest !== null) return pullRequestRefs(pullRequest, []);
  const alone = elaborate || base === "HEAD" || base.startsWith("refs/") || isObjectId(base);
  return alone ? [base] : [`refs/heads/${base}`, base];
}

function remoteNames({ base, pullRequest, elaborate }: TypedRef, remotes: readonly string[]): readonly string[] {
  if (elaborate) return [];
  if (pullRequest !== null) return pullRequestRefs(pullRequest, remotes);
  return remotes.map((remote) => `refs/remotes/${remote}/${base}`);
}

/** Which of the names of each ref stand for a commit, best first. */
async function lookUp(
  commands: Commands,
  objects: Objects,
  typed: readonly TypedRef[],
  namesOf: (typed: TypedRef) => readonly string[],
): Promise<Meaning[][]> {
  const meanings = typed.map((): Meaning[] => []);
  const asked = typed.flatMap((each, index) =>
    each.elaborate ? [] : namesOf(each).map((name) => ({ index, name, expression: `${name}${each.steps}^{commit}` })),
  );
  let next = 0;
  await objects.read(
    asked.map(({ expression }) => expression),
    (_, { id, type }) => {
      const { index, name } = asked[next++] ?? { index: -1, name: "" };
      if (type === "commit") meanings[index]?.push({ name, commit: id });
    },
  );
  for (const [index, each] of typed.entries()) {
    if (!each.elaborate || namesOf(each).length === 0) continue;
    const commit = await lookUpElaborate(commands, each.ref);
    if (commit !== null) meanings[index]?.push({ name: each.ref, commit });
  }
  return meanings;
}

async function lookUpElaborate(commands: Commands, ref: string): Promise<string | null> {
  try {
    const answer = await commands.run("rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`);
    return answer.trim() || null;
  } catch (error) {
    if (error instanceof Failure && error.code === "git-failed") return null;
    throw error;
  }
}
