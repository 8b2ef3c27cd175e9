import { ignoring } from "../config/index.js";
import { openRepository, type Repository } from "../git/index.js";
import { addBehavior, askUndoes, type EventOnLine, type Undoes, type UndoesAnswer } from "../history/index.js";
import { bundledPacks, findPacks, type Pack } from "../rules/index.js";
import type { Listener } from "./progress.js";
import { type Completed, completeRequest, type SettledBySettings } from "./settings/complete-request.js";
import { eventsOfChanges } from "./trace/events-of-changes.js";

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
    const question = await askUndoes(repository, request.changes, { all: request.all });
    // git reads while packs are read and cells evaluated.
    const [changes, packs] = await Promise.all([question.changes(), packsFor(request)]);
    const [byLines, events] = await Promise.all([
      question.answer(),
      eventsOf(changes, packs, request.cache, repository, quietly(listen)),
    ]);
    const answers = byLines.answers.map((answer, index) => (events[index] ?? []).reduce(addBehavior, answer));
    return { undoes: { ...byLines, answers }, webUrl: await repository.webUrl() };
  } finally {
    await repository.close();
  }
}

/** The events of each change; a root has none. */
async function eventsOf(
  commits: readonly Pick<UndoesAnswer, "base" | "commit">[],
  packs: readonly Pack[],
  cache: boolean,
  repository: Repository,
  listen: Listener,
): Promise<(readonly EventOnLine[])[]> {
  const asked = commits.map(({ base, commit }) => (base === null ? null : { base, commit }));
  const changes = asked.filter((change) => change !== null);
  const events = await eventsOfChanges(changes, packs, cache, repository, listen);
  return asked.map((change) => (change === null ? [] : (events.get(change) ?? [])));
}

/** The packs asked for, else the specific ones. */
async function packsFor({ rules, ignore }: Completed<UndoesRequest>): Promise<Pack[]> {
  const specific = rules.length > 0 ? await findPacks(rules) : await specificPacks();
  return specific.map((pack) => ignoring(pack, ignore));
}

async function specificPacks(): Promise<Pack[]> {
  const packs = await bundledPacks();
  return packs.filter((pack) => !pack.general);
}

/** Nobody asked for these packs, so nobody needs to hear that one does not fit. */
function quietly(listen: Listener): Listener {
  return (event) => {
    if (event.kind === "stage") listen(event);
  };
}
