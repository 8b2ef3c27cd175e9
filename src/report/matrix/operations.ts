import { effectsText, type Matrix, type OperationView } from "../../behavior/index.js";

/** Refs at which an operation is the same to a reader; file and line are those of the first. */
export interface OperationGroup {
  readonly lead: OperationView;
  readonly refs: readonly string[];
}

/** By operation, in the order of the answer. */
export function groupOperations(matrix: Matrix): ReadonlyMap<string, readonly OperationGroup[]> {
  const found = new Map<string, Map<string, { lead: OperationView; refs: string[] }>>();
  for (const operation of matrix.operations) {
    const groups = found.get(operation.operation) ?? new Map<string, { lead: OperationView; refs: string[] }>();
    found.set(operation.operation, groups);
    const key = operationKey(operation);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { lead: operation, refs: [operation.ref] });
    else group.refs.push(operation.ref);
  }
  return new Map([...found].map(([name, groups]) => [name, [...groups.values()]]));
}

/** An identical operation is the baseline's by definition; the others are told apart by what they do. */
function operationKey(operation: OperationView): string {
  const { verdict, cases, guards } = operation;
  const body = [
    cases.map((each) => [caseText(each.when), each.effects.map((effect) => effectsText([effect]))]),
    guards.map((guard) => [guard.condition, guard.exit]),
  ];
  return JSON.stringify([verdict, operation.function, operation.file === null, verdict === "identical" ? null : body]);
}

/** `migratedFail=false`; empty for the only case. */
export function caseText(when: OperationView["cases"][number]["when"]): string {
  return Object.entries(when)
    .map(([argument, value]) => `${argument}=${value}`)
    .join(", ");
}
