import type { LanguageFrontEnd } from "../../languages/index.js";
import type { Pack } from "../../rules/index.js";
import type { NamedConstant } from "../program/constants.js";
import type { KeptFile } from "../program/kept-file.js";
import type { Problem, Program } from "../program/program.js";
import { literalsIn, mapFields } from "../program/seed-names.js";
import type { WantedName } from "../program/wanted-name.js";
import { type AtLines, atLines } from "./at-lines.js";
import { beginEvaluation, type Evaluation } from "./evaluation.js";
import { findCalls } from "./find-calls.js";
import { findOperations, type OperationBehavior } from "./operations.js";
import { inSequence } from "./sequence.js";
import { foldWays, type StagedCall } from "./staged-call.js";
import { findWriters, type WriterBehavior } from "./writers.js";

/** A behavior as one tree of sources has it. Knows no ref: two trees with the same sources have the same behavior. */
export interface RefBehavior {
  readonly stages: readonly { readonly stage: string; readonly calls: readonly StagedCall[] }[];
  readonly unplaced: readonly StagedCall[];
  readonly operations: readonly OperationBehavior[];
  readonly writers: readonly WriterBehavior[];
  /** Every key seen, in the pack's order, families sorted by name. */
  readonly keys: readonly string[];
  readonly problems: readonly Problem[];
  /** Names whose declarations would tell more. */
  readonly wanted: readonly WantedName[];
}

/** Evaluates a pack on the declarations of trees; what one of them has told is not worked out again for the next. */
export class BehaviorEvaluator {
  readonly #evaluation: Evaluation;
  readonly #present: AtLines;

  constructor(pack: Pack, language: LanguageFrontEnd) {
    this.#evaluation = beginEvaluation(pack, language);
    const { program } = this.#evaluation;
    this.#present = atLines((address) => program.lineAt(address));
  }

  evaluate(files: readonly KeptFile[]): RefBehavior {
    this.#evaluation.program.become(files);
    return evaluateBehavior(this.#evaluation, this.#present);
  }
}

function evaluateBehavior(evaluation: Evaluation, present: AtLines): RefBehavior {
  const { pack, program } = evaluation;
  for (const constant of keyConstants(program, pack)) evaluation.wanted.usersOf(constant);
  const calls = foldWays(findCalls(evaluation).map(present.call));
  const writers = findWriters(evaluation).map(present.writer);
  const called = new Set(calls.map(({ call }) => call.operation));
  const operations = findOperations(evaluation, called).map(present.operation);
  if (writers.length + operations.length > 0)
    for (const field of mapFields(pack)) evaluation.wanted.replacementsOf(field);
  return {
    stages: pack.stages.map((stage) => ({ stage, calls: inSequence(calls.filter((each) => each.stage === stage)) })),
    unplaced: inSequence(calls.filter((each) => each.stage === null)),
    operations,
    writers,
    keys: keysOf(pack, calls, operations, writers),
    problems: program.problems,
    wanted: evaluation.wanted.names,
  };
}

/** The constants that stand for a key of the pack: whoever writes it may name them only. */
function keyConstants(program: Program, pack: Pack): NamedConstant[] {
  const literals = pack.keys.flatMap(({ locations }) =>
    locations.flatMap(({ pattern }) => literalsIn(pattern.expression)),
  );
  return [...new Set(literals)].flatMap((literal) => program.constantsWith(literal));
}

function keysOf(
  pack: Pack,
  calls: readonly StagedCall[],
  operations: readonly OperationBehavior[],
  writers: readonly WriterBehavior[],
): string[] {
  const fixed = pack.keys.filter((rule) => !rule.each).map((rule) => rule.name);
  const effects = [
    ...calls.flatMap(({ call }) => call.effects),
    ...operations.flatMap(({ cases }) => cases.flatMap((each) => each.effects)),
    ...writers.flatMap((writer) => writer.effects),
  ];
  const found = new Set(effects.map(({ key }) => key));
  return [...fixed, ...[...found].filter((key) => !fixed.includes(key)).sort()];
}
