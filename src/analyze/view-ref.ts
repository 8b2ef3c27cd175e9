import type { EvaluatedRef, RefBehavior, RefView } from "../behavior/index.js";
import type { ResolvedRef, Snapshot } from "../git/index.js";
import type { Scanned } from "./group-scan.js";
import type { ScanResult } from "./scan.js";

/** More problems than this are counted, not listed. */
const MAXIMUM_PROBLEMS = 20;

/** The refs of a scan with the behavior of one pack, in their order. */
export function evaluatedRefs(
  refs: readonly ResolvedRef[],
  { result, snapshots }: Scanned,
  behaviors: readonly RefBehavior[],
): EvaluatedRef[] {
  return refs.flatMap((ref, index): EvaluatedRef[] => {
    const behavior = behaviors[index];
    const snapshot = snapshots[index];
    if (behavior === undefined || snapshot === undefined) return [];
    return [{ view: viewRef(ref, snapshot, behavior, result), behavior }];
  });
}

/** A ref with all that could not be read of it. */
function viewRef(
  { ref, commit }: ResolvedRef,
  snapshot: Snapshot,
  behavior: RefBehavior,
  { unread }: ScanResult,
): RefView {
  const blobs = snapshot.entries.flatMap(({ path, blob }) => {
    const problem = unread.get(blob);
    if (problem === undefined) return [];
    return [
      problem === "missing" ? `${path}: object ${blob} is missing` : `${path}: object ${blob} is too large to read`,
    ];
  });
  const sources = behavior.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  const problems = [...snapshot.problems, ...blobs, ...sources];
  const status =
    problems.length === 0
      ? "ok"
      : snapshot.entries.length === 0 && snapshot.problems.length > 0
        ? "unreadable"
        : "incomplete";
  const listed = problems.slice(0, MAXIMUM_PROBLEMS);
  if (problems.length > listed.length) listed.push(`… ${problems.length - listed.length} more`);
  return { ref, commit, status, problems: listed };
}
