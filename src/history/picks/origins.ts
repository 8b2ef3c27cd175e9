import type { CommitRecord, Repository } from "../../git/index.js";
import type { CommitGraph } from "../lines/commit-graph.js";
import { type PickedFrom, readPickedFrom } from "./picked-from.js";

/** What a commit was picked from, through other picks and merges. */
export interface Origins {
  /** Commits of the graph that its trailers name, straight or through other picks; of a merge, what it brought. */
  readonly commits: ReadonlySet<number>;
  /** Pull requests of picks that its trailers name. */
  readonly pullRequestsOfPicks: ReadonlySet<number>;
  /** Pull requests that its own text names. */
  readonly pullRequests: ReadonlySet<number>;
}

/** Picks of picks that are followed. */
const STEPS = 3;

/** Reads the origins of commits. Commits that are named but lie on other branches are read for what they were picked from. */
export async function readOrigins(
  repository: Repository,
  graph: CommitGraph,
  commits: readonly number[],
): Promise<Map<number, Origins>> {
  const said = new Map(
    commits.map((commit) => [commit, readPickedFrom(recordOf(graph, commit), lonelyMerge(graph, commit))]),
  );
  const elsewhere = await readElsewhere(repository, graph, [...said.values()]);
  return new Map(commits.map((commit) => [commit, follow(graph, said.get(commit), elsewhere)]));
}

function recordOf(graph: CommitGraph, commit: number): CommitRecord {
  const record = graph.records[commit];
  if (record === undefined) throw new Error(`no commit ${commit}`);
  return record;
}

/** The merge that brought a commit and no other change. */
function lonelyMerge(graph: CommitGraph, commit: number): CommitRecord | null {
  const group = graph.group(commit);
  const changes = group?.members.filter((member) => graph.parents(member).length < 2) ?? [];
  return group !== null && changes.length === 1 ? recordOf(graph, group.merge) : null;
}

/** What the named commits that the graph does not hold were picked from themselves, by id as named. */
async function readElsewhere(
  repository: Repository,
  graph: CommitGraph,
  said: readonly PickedFrom[],
): Promise<Map<string, PickedFrom>> {
  const found = new Map<string, PickedFrom>();
  let names = unknown(said);
  for (let step = 0; step < STEPS && names.length > 0; step++) {
    const records = await repository.commitMessages(names);
    const read = records.map((record) =>
      record === null ? { commits: [], pullRequests: [] } : readPickedFrom(record, null),
    );
    for (const [at, name] of names.entries()) found.set(name, read[at] ?? { commits: [], pullRequests: [] });
    names = unknown(read);
  }
  return found;

  function unknown(picks: readonly PickedFrom[]): string[] {
    return [...new Set(picks.flatMap(({ commits }) => commits))].filter(
      (id) => graph.find(id) === null && !found.has(id),
    );
  }
}

function follow(graph: CommitGraph, said: PickedFrom | undefined, elsewhere: ReadonlyMap<string, PickedFrom>): Origins {
  const commits = new Set<number>();
  const pullRequestsOfPicks = new Set<number>();
  const seen = new Set<string>();
  const waiting = [...(said?.commits ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const number = graph.find(id);
    if (number !== null) for (const each of graph.brought(number)) commits.add(each);
    const next = number === null ? elsewhere.get(id) : readPickedFrom(recordOf(graph, number), null);
    waiting.push(...(next?.commits ?? []));
    for (const pullRequest of next?.pullRequests ?? []) pullRequestsOfPicks.add(pullRequest);
  }
  return { commits, pullRequestsOfPicks, pullRequests: new Set(said?.pullRequests ?? []) };
}
