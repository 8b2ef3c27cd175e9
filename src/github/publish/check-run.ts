import type { Messages } from "../../report/index.js";
import { plain } from "../../report/index.js";
import type { Annotation } from "../analysis/index.js";
import type { RemoteCheckRun, RemoteRepository } from "../api/index.js";
import { annotationKey, type CheckResult, type CheckState, planCheckRun } from "./plan-check-run.js";

const NAME = "volteface";
/** GitHub refuses longer ones; reports keep below by themselves, so this never cuts one. */
const LONGEST_TITLE = 250;
const LONGEST_SUMMARY = 65_535;
/** So many annotations in one request; the settings allow no more. */
const IN_ONE_REQUEST = 50;

/** Whose check: of a commit, for a pull request or for a merge queue. */
export interface CheckPlace {
  readonly repository: RemoteRepository;
  readonly appId: number;
  readonly commit: string;
  /** Null in a merge queue. */
  readonly number: number | null;
  readonly messages: Messages;
}

/** Two pull requests may have one head; their checks are told apart by this. */
function externalIdOf(number: number | null): string {
  return number === null ? "merge-queue" : `pull/${number}`;
}

/** The pull request that a check run is about, as it says itself. */
export function numberOfCheck(externalId: string): number | null {
  const [, number] = /^pull\/(\d{1,9})$/.exec(externalId) ?? [];
  return number === undefined ? null : Number(number);
}

/** A check run, and whether it is shown to run. */
export interface BegunCheck {
  readonly id: number;
  readonly isRunning: boolean;
}

/** Shows that the commit is being looked at, unless it was before and nobody asked to see it again. */
export async function beginCheck(place: CheckPlace, { again }: { readonly again: boolean }): Promise<BegunCheck> {
  const { repository, commit, number, messages } = place;
  const { running, runningSummary } = messages.app.check;
  const output = { title: plain(running), summary: plain(runningSummary) };
  const found = await findCheck(place);
  if (found === null) {
    const started = { status: "in_progress", started_at: new Date().toISOString(), output } as const;
    const named = { name: NAME, head_sha: commit, external_id: externalIdOf(number) };
    return { id: await repository.createCheckRun({ ...named, ...started }), isRunning: true };
  }
  if (found.status !== "completed") return { id: found.id, isRunning: true };
  if (again) await repository.updateCheckRun(found.id, { status: "in_progress", output });
  return { id: found.id, isRunning: again };
}

/** Brings the check of a commit to its result, writing only the difference; tells its id. */
export async function finishCheck(place: CheckPlace, id: number, result: CheckResult): Promise<number> {
  const { repository, commit, number, messages } = place;
  const told = {
    ...result,
    title: Array.from(result.title).slice(0, LONGEST_TITLE).join(""),
    summary: result.summary.slice(0, LONGEST_SUMMARY),
  };
  const plan = planCheckRun(await stateOf(repository, id), told);
  if (plan.kind === "nothing") return plan.id;
  const fields = {
    status: "completed",
    conclusion: told.conclusion,
    completed_at: new Date().toISOString(),
    output: {
      title: told.title,
      summary: told.summary,
      annotations: plan.annotations.slice(0, IN_ONE_REQUEST).map(toRemote),
    },
    actions: [{ ...messages.app.check.again, identifier: "again" }],
  } as const;
  if (plan.kind === "create") {
    const named = { name: NAME, head_sha: commit, external_id: externalIdOf(number) };
    return await repository.createCheckRun({ ...named, ...fields });
  }
  await repository.updateCheckRun(plan.id, fields);
  return plan.id;
}

async function findCheck({ repository, commit, number, appId }: CheckPlace): Promise<RemoteCheckRun | null> {
  const runs = await repository.checkRuns(commit, NAME, appId);
  return runs.find(({ external_id: id }) => id === externalIdOf(number)) ?? null;
}

async function stateOf(repository: RemoteRepository, id: number): Promise<CheckState | null> {
  const run = await repository.checkRun(id);
  if (run === null) return null;
  const { title, summary, annotations_count: count } = run.output;
  const annotations = count === 0 ? [] : await repository.annotations(id);
  return {
    id,
    completed: run.status === "completed",
    conclusion: run.conclusion,
    title: title ?? "",
    summary: summary ?? "",
    annotations: annotations.map((there) =>
      annotationKey({
        path: there.path,
        line: there.start_line,
        level: levelOf(there.annotation_level),
        title: there.title ?? "",
        message: there.message ?? "",
      }),
    ),
  };
}

function levelOf(written: string | null): Annotation["level"] {
  return written === "failure" || written === "warning" ? written : "notice";
}

function toRemote({ path, line, level, title, message }: Annotation) {
  return { path, start_line: line, end_line: line, annotation_level: level, title, message };
}
