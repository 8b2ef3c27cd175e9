import { seedNames } from "../behavior/index.js";
import { openRepository, type Repository } from "../git/index.js";
import { addBehavior, type TimelineEvent, type Undoes, undoes as undoesByLines } from "../history/index.js";
import { findPack, findPacks, listBundledPacks, type Pack } from "../rules/index.js";
import { needleFinder } from "./needles.js";
import type { Listener } from "./progress.js";
import { type Completed, completeRequest, type SettledBySettings } from "./settings/complete-request.js";
import { timelinesOf, tracesFor } from "./timeline.js";

/** What is asked of changes. */
export interface UndoesRequest extends SettledBySettings {
  readonly directory: string;
  /** Commits, `BASE..HEAD` or `#12`, as typed. */
  readonly changes: readonly string[];
  /** Also what does not pass the threshold. */
  readonly all: boolean;
  readonly cache: boolean;
}

export interface UndoesResult {
  readonly undoes: Undoes;
  readonly webUrl: string | null;
}

/** Which earlier commits each change takes back: by its cells where a pack applies, and by its lines. */
export async function undoes(asked: UndoesRequest, listen: Listener): Promise<UndoesResult> {
  const repository = await openRepository(asked.directory);
  try {
    const request = await completeRequest(asked, repository);
    const byLines = await undoesByLines(repository, request.changes, { all: request.all });
    const packs = await packsFor(request);
    const touched = await mayTouch(packs, byLines, repository);
    const lines = touched.length === 0 ? [] : await linesOfEvents(request, touched, repository, listen);
    const answers = byLines.answers.map((answer) =>
      lines.reduce((known, events) => {
        const event = events.find((each) => isAbout(each, answer.change, answer.commit));
        return event === undefined ? known : addBehavior(known, event, events);
      }, answer),
    );
    return { undoes: { ...byLines, answers }, webUrl: await repository.webUrl() };
  } finally {
    await repository.close();
  }
}

function isAbout({ commit, pullRequest, state }: TimelineEvent, typed: string, resolved: string): boolean {
  return commit === resolved || (state !== "merged" && typed === `#${pullRequest}`);
}

/** The packs asked for, else the specific ones. */
async function packsFor({ rules }: UndoesRequest): Promise<Pack[]> {
  if (rules.length > 0) return [...(await findPacks(rules))];
  const packs = await Promise.all((await listBundledPacks()).map(({ id }) => findPack(id)));
  return packs.filter((pack) => !pack.general);
}

/** Commits of a long change whose files are looked at. */
const MAXIMUM_COMMITS = 50;

/** The packs whose names occur in a file that one of the changes touches: no other cell can have changed. */
async function mayTouch(packs: readonly Pack[], { answers }: Undoes, repository: Repository): Promise<Pack[]> {
  const blobs = new Set<string>();
  for (const { change, commit } of answers) {
    let left = change.includes("..") || change.startsWith("#") ? MAXIMUM_COMMITS : 1;
    for await (const { changes } of repository.history(commit)) {
      for (const { before, after } of changes) for (const blob of [before, after]) if (blob !== null) blobs.add(blob);
      if (--left === 0) break;
    }
  }
  const touched = new Set<Pack>();
  const searches = packs.map((pack) => {
    const needles = seedNames(pack).names.map((text) => ({ text, whole: false }));
    return { pack, find: needleFinder(needles) };
  });
  await repository.readBlobs(blobs, (_, content) => {
    if (content === null) return;
    for (const { pack, find } of searches) if (find(content).length > 0) touched.add(pack);
  });
  return packs.filter((pack) => touched.has(pack));
}

/** The events of every line that the packs know, the default branch's first. */
async function linesOfEvents(
  { changes, rules, cache, ignore }: Completed<UndoesRequest>,
  touched: readonly Pack[],
  repository: Repository,
  listen: Listener,
): Promise<TimelineEvent[][]> {
  const proposals = changes.some((change) => change.startsWith("#"));
  const asked = rules.length > 0 ? rules : touched.map(({ id }) => id);
  const history = { ref: null, rules: asked, ignore, cache, deep: false, proposals, pullRequests: null };
  const traces = await tracesFor(history, repository, quietly(listen));
  return traces.flatMap((trace) => timelinesOf(trace, true).map(({ events }) => [...events]));
}

/** Nobody asked for these packs, so nobody needs to hear that one does not fit. */
function quietly(listen: Listener): Listener {
  return (event) => {
    if (event.kind === "stage") listen(event);
  };
}
