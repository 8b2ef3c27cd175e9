import {
  type CallView,
  type CellView,
  callText,
  effectsText,
  type Matrix,
  type RefView,
} from "../../behavior/index.js";

/** Refs at which every stage shows the same, drawn as one column; evidence is that of the first. */
export interface RefGroup {
  readonly refs: readonly RefView[];
  readonly lead: RefView;
  /** By stage; a stage without a cell is missing. */
  readonly cells: ReadonlyMap<string, CellView>;
}

/** Groups refs in the order in which they were asked for. */
export function groupRefs(matrix: Matrix): RefGroup[] {
  const cells = new Map<string, Map<string, CellView>>();
  for (const cell of matrix.cells) cells.set(cell.ref, (cells.get(cell.ref) ?? new Map()).set(cell.stage, cell));
  const groups = new Map<string, { refs: RefView[]; lead: RefView; cells: Map<string, CellView> }>();
  for (const ref of matrix.refs) {
    const column = cells.get(ref.ref) ?? new Map<string, CellView>();
    const differences = matrix.differences.flatMap(({ stage, refs }, index) =>
      stage !== null && refs.includes(ref.ref) ? [index] : [],
    );
    const key = JSON.stringify([ref.status, differences, ...matrix.stages.map((stage) => cellKey(column.get(stage)))]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { refs: [ref], lead: ref, cells: column });
    else group.refs.push(ref);
  }
  return [...groups.values()];
}

/** Equal for two cells when a reader of the table would see no difference but in file and line. */
function cellKey(cell: CellView | undefined): unknown {
  return [cell?.calls.map(callKey) ?? null, Object.entries(cell?.net ?? {}).sort()];
}

function callKey(call: CallView): unknown {
  const { trigger, effects, confidence, when } = call;
  return [callText(call), trigger?.kind, trigger?.value, effectsText(effects), confidence, when];
}
