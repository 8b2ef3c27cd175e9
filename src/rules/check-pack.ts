import type { Example, Pack } from "./pack.js";

/** What a pack sees in a program: each stage's cell as text, and the unnamed writers. */
export interface Evaluation {
  readonly cells: Readonly<Record<string, string>>;
  readonly writers: readonly string[];
}

/** Runs a pack over files; given by the caller, because rules know no behavior. */
export type Evaluate = (pack: Pack, files: Readonly<Record<string, string>>) => Promise<Evaluation>;

/** Where an example and the evaluation disagree. `stage` is null for the writers. */
export interface Mismatch {
  readonly stage: string | null;
  readonly expected: string;
  readonly actual: string;
}

export interface CheckedExample {
  readonly title: string;
  readonly mismatches: readonly Mismatch[];
}

/** One entry per example, in the pack's order; an example without mismatches passed. */
export async function checkPack(pack: Pack, evaluate: Evaluate): Promise<readonly CheckedExample[]> {
  const checked: CheckedExample[] = [];
  for (const example of pack.examples) {
    const evaluation = await evaluate(pack, example.files);
    checked.push({ title: example.title, mismatches: compare(pack, example, evaluation) });
  }
  return checked;
}

const NOTHING = "—";

function compare(pack: Pack, example: Example, seen: Evaluation): readonly Mismatch[] {
  const cells = pack.stages.flatMap((stage) => {
    const expected = example.cells[stage];
    const actual = seen.cells[stage] ?? NOTHING;
    return expected === undefined || expected === actual ? [] : [{ stage, expected, actual }];
  });
  if (example.writers === null) return cells;
  const [expected, actual] = [list(example.writers), list(seen.writers)];
  return expected === actual ? cells : [...cells, { stage: null, expected, actual }];
}

function list(names: readonly string[]): string {
  return names.length === 0 ? NOTHING : [...new Set(names)].sort().join(", ");
}
