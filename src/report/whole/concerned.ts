import type { Matrix } from "../../behavior/index.js";

/** A matrix of those refs that have the behavior (and the first), and the refs that do not. */
export function concernedMatrix(matrix: Matrix): { readonly concerned: Matrix; readonly without: readonly string[] } {
  const refs = matrix.refs.map(({ ref }) => ref);
  const without = refs.slice(1).filter((ref) => !hasBehavior(matrix, ref));
  if (without.length === 0) return { concerned: matrix, without };
  const gone = new Set(without);
  const there = ({ ref }: { readonly ref: string }): boolean => !gone.has(ref);
  const concerned: Matrix = {
    ...matrix,
    refs: matrix.refs.filter(there),
    operations: matrix.operations.filter(there),
    cells: matrix.cells.filter(there),
    differences: matrix.differences.flatMap((difference) => {
      const left = difference.refs.filter((ref) => !gone.has(ref));
      return left.length === 0 ? [] : [{ ...difference, refs: left }];
    }),
  };
  return { concerned, without };
}

/** A ref that could not be read may have it. */
function hasBehavior({ refs, cells, operations, writers, unplaced }: Matrix, ref: string): boolean {
  return (
    refs.some((each) => each.ref === ref && each.status !== "ok") ||
    cells.some((cell) => cell.ref === ref && cell.calls.length > 0) ||
    operations.some((operation) => operation.ref === ref && operation.verdict !== "absent") ||
    [...writers, ...unplaced].some((each) => each.ref === ref)
  );
}
