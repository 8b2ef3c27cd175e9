import type { Difference, EvaluatedRef, Evidence, Matrix, Place, Snippet } from "../behavior/index.js";
import type { Repository, Snapshot } from "../git/index.js";

/** Lines shown before and after the line that matters. */
const AROUND = 4;
/** A whole operation is shown up to this many lines. */
const MAXIMUM_LINES = 60;

/** For each difference the two places in the source that make it. */
export async function collectEvidence(
  matrix: Matrix,
  refs: readonly EvaluatedRef[],
  snapshots: readonly Snapshot[],
  repository: Repository,
): Promise<Evidence[]> {
  const wanted = matrix.differences.map((difference) => ({
    difference,
    left: spotOf(difference, refs[0]),
    right: spotOf(
      difference,
      refs.find(({ view }) => view.ref === difference.refs[0]),
    ),
  }));
  const blobs = new Map<string, string[]>();
  const blobOf = (spot: Spot | null): string | null => {
    if (spot === null) return null;
    const index = refs.findIndex(({ view }) => view.ref === spot.ref);
    return snapshots[index]?.entries.find(({ path }) => path === spot.file)?.blob ?? null;
  };
  for (const { left, right } of wanted)
    for (const blob of [blobOf(left), blobOf(right)]) if (blob !== null) blobs.set(blob, []);
  await repository.readBlobs([...blobs.keys()], (blob, content) => {
    if (content !== null) blobs.set(blob, content.toString("utf8").split(/\r?\n/));
  });
  const snippet = (spot: Spot | null): Snippet | null => {
    const lines = blobs.get(blobOf(spot) ?? "");
    if (spot === null || lines === undefined) return null;
    return {
      ref: spot.ref,
      commit: spot.commit,
      file: spot.file,
      startLine: spot.from,
      lines: lines.slice(spot.from - 1, spot.to),
    };
  };
  return wanted.map(({ difference, left, right }) => ({ difference, left: snippet(left), right: snippet(right) }));
}

interface Spot {
  readonly ref: string;
  readonly commit: string;
  readonly file: string;
  /** 1-based, inclusive. */
  readonly from: number;
  readonly to: number;
}

function spotOf({ stage, operation, kind }: Difference, ref: EvaluatedRef | undefined): Spot | null {
  if (ref === undefined) return null;
  const { behavior, view } = ref;
  const definition = behavior.operations.find((each) => each.operation === operation);
  if ((stage === null || kind === "effects") && definition?.file != null && definition.line !== null) {
    const length = Math.min(definition.text?.split("\n").length ?? 1, MAXIMUM_LINES);
    return {
      ref: view.ref,
      commit: view.commit,
      file: definition.file,
      from: definition.line,
      to: definition.line + length - 1,
    };
  }
  const calls = behavior.stages.find((each) => each.stage === stage)?.calls ?? [];
  const call: Place | undefined = (
    operation === null ? calls[0] : calls.find((each) => each.call.operation === operation)
  )?.call;
  if (call === undefined) return null;
  const last = Math.max(
    call.line,
    ...calls
      .filter((each) => each.call.file === call.file)
      .map((each) => each.call.line)
      .filter((line) => line - call.line < MAXIMUM_LINES),
  );
  return {
    ref: view.ref,
    commit: view.commit,
    file: call.file,
    from: Math.max(1, call.line - AROUND),
    to: last + AROUND,
  };
}
