import {
  type AlignStep,
  alignBehaviors,
  buildMatrix,
  type Evidence,
  type Matrix,
  type RefBehavior,
} from "../behavior/index.js";
import { openRepository, type Repository, type ResolvedRef } from "../git/index.js";
import type { Pack } from "../rules/index.js";
import { askedRefs } from "./asked-refs.js";
import { collectEvidence } from "./collect-evidence.js";
import type { Scanned } from "./group-scan.js";
import type { Listener, ProgressEvent } from "./progress.js";
import { RememberedAnswers } from "./remembered-answers.js";
import { scanRefs } from "./scan-refs.js";
import { type Completed, completeRequest, type SettledBySettings } from "./settings/complete-request.js";
import type { TreeBehaviors } from "./tree.js";
import { evaluatedRefs } from "./view-ref.js";

/** What the matrix is asked for. */
export interface MatrixRequest extends SettledBySettings {
  readonly directory: string;
  /** As typed; empty for the default branch and all release-like branches. */
  readonly refs: readonly string[];
  readonly evidence: boolean;
  readonly align: { readonly from: string; readonly to: string } | null;
  /** Whether remembered results may be used; they never change the answer. */
  readonly cache: boolean;
}

export interface MatrixAnswer {
  readonly matrix: Matrix;
  /** By its names alone: answers are remembered as JSON, and a pack holds more than that. */
  readonly pack: Pick<Pack, "id" | "title">;
  readonly webUrl: string | null;
  /** Empty unless asked for. */
  readonly evidence: readonly Evidence[];
  readonly alignment: readonly AlignStep[] | null;
}

/** What every ref does at every stage: one answer per behavior that applies, in the order of the packs. */
export async function matrix(request: MatrixRequest, listen: Listener): Promise<MatrixAnswer[]> {
  const repository = await openRepository(request.directory);
  try {
    return await answer(await completeRequest(request, repository), repository, listen);
  } finally {
    await repository.close();
  }
}

async function answer(
  request: Completed<MatrixRequest>,
  repository: Repository,
  listen: Listener,
): Promise<MatrixAnswer[]> {
  const refs = await repository.resolve(await askedRefs(request.refs, repository, listen));
  listen({ kind: "stage", name: "refs", done: refs.length, total: refs.length });
  const { rules, evidence, align, ignore } = request;
  const memory = request.cache
    ? new RememberedAnswers<Found[]>({ matrix: 1, refs, evidence, align, ignore }, rules)
    : null;
  const remembered = await memory?.get();
  for (const remark of remembered?.remarks ?? []) listen(remark);
  const found = remembered?.answer ?? (await find(request, refs, repository, memory, listen));
  const webUrl = await repository.webUrl();
  return found.map((each) => ({ ...each, webUrl }));
}

/** All of an answer that depends on commits and rules only. */
type Found = Omit<MatrixAnswer, "webUrl">;

async function find(
  request: Completed<MatrixRequest>,
  refs: readonly ResolvedRef[],
  repository: Repository,
  memory: RememberedAnswers<Found[]> | null,
  listen: Listener,
): Promise<Found[]> {
  const remarks: ProgressEvent[] = [];
  const scanned = await scanRefs(request, refs, repository, (event) => {
    if (event.kind === "remark") remarks.push(event);
    listen(event);
  });
  const found = await Promise.all(
    scanned.flatMap((each) =>
      each.result.packs.map((behaviors) => foundFor(behaviors, each, refs, request, repository)),
    ),
  );
  if (scanned.every(isWhole)) await memory?.put({ answer: found, remarks });
  return found;
}

/** Everything that was asked for could be read. */
function isWhole({ result, snapshots }: Scanned): boolean {
  return result.unread.size === 0 && snapshots.every(({ problems }) => problems.length === 0);
}

async function foundFor(
  { pack, behaviors }: TreeBehaviors,
  scanned: Scanned,
  refs: readonly ResolvedRef[],
  request: MatrixRequest,
  repository: Repository,
): Promise<Found> {
  const evaluated = evaluatedRefs(refs, scanned, behaviors);
  const built = buildMatrix(pack, evaluated);
  return {
    matrix: built,
    pack: { id: pack.id, title: pack.title },
    evidence: request.evidence ? await collectEvidence(built, evaluated, scanned.snapshots, repository) : [],
    alignment: request.align === null ? null : alignmentOf(request.align, refs, behaviors),
  };
}

function alignmentOf(
  { from, to }: { from: string; to: string },
  refs: readonly ResolvedRef[],
  behaviors: readonly RefBehavior[],
): AlignStep[] {
  const behaviorOf = (name: string): RefBehavior | undefined => behaviors[refs.findIndex(({ ref }) => ref === name)];
  const [now, model] = [behaviorOf(from), behaviorOf(to)];
  return now === undefined || model === undefined ? [] : alignBehaviors(now, model);
}
