import type { LanguageFrontEnd } from "../../languages/index.js";
import type { Pack } from "../../rules/index.js";
import { type PassedArguments, passedArguments } from "../effects/call-arguments.js";
import { type OwnEffect, Summaries } from "../effects/summary.js";
import type { Site } from "../facts/function-facts.js";
import { Callers } from "../program/callers.js";
import { Catalog } from "../program/catalog.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { Memory, type Question } from "../program/memory.js";
import { Program } from "../program/program.js";
import { Wanted } from "../program/wanted.js";
import { Travel } from "../stages/travel.js";
import { happeningsAt } from "./find-calls.js";
import { definitionsOf } from "./operation-functions.js";
import { describeOperation, type OperationBehavior } from "./operations.js";
import type { StagedCall } from "./staged-call.js";
import { describeWriter, type WriterBehavior, writesInPlace, writesOf } from "./writers.js";

/** What evaluating refs needs at hand: one after the other, each with what is known from those before. */
export interface Evaluation {
  readonly pack: Pack;
  readonly memory: Memory;
  readonly program: Program;
  readonly catalog: Catalog;
  readonly summaries: Summaries;
  readonly callers: Callers;
  readonly passed: PassedArguments;
  readonly travel: Travel;
  /** Collects the names that would tell more, were their declarations read. */
  readonly wanted: Wanted;
  /** The functions of the ref that are an operation; those with effects first. */
  readonly definitionsOf: Question<[operation: string], readonly FunctionInstance[]>;
  /** A function's own writes: in place, or by calls that stand for effects and are no named operation. */
  readonly writesOf: Question<[FunctionInstance], readonly OwnEffect[]>;
  readonly writesInPlace: Question<[FunctionInstance], readonly StagedCall[]>;
  readonly happeningsAt: Question<[FunctionInstance, Site & { kind: "call" | "reference" }], readonly StagedCall[]>;
  readonly operation: Question<[name: string, definition: FunctionInstance], OperationBehavior>;
  readonly writer: Question<[FunctionInstance], WriterBehavior>;
}

export function beginEvaluation(pack: Pack, language: LanguageFrontEnd): Evaluation {
  const memory = new Memory();
  const wanted = new Wanted(memory);
  const program = new Program(memory, language, constantsOf(pack));
  const passed = passedArguments(program, pack, memory);
  const evaluation: Evaluation = {
    pack,
    memory,
    program,
    catalog: new Catalog(pack, program),
    summaries: new Summaries(program, pack, passed, wanted, memory),
    callers: new Callers(program, memory),
    passed,
    travel: new Travel(program, pack, wanted, memory),
    wanted,
    definitionsOf: memory.question((operation) => definitionsOf(operation, evaluation)),
    writesOf: memory.question((instance) => writesOf(instance, evaluation)),
    writesInPlace: memory.question((instance) => writesInPlace(instance, evaluation)),
    happeningsAt: memory.question((instance, site) => happeningsAt(site, instance, evaluation)),
    operation: memory.question((name, definition) => describeOperation(name, definition, evaluation)),
    writer: memory.question((instance) => describeWriter(instance, evaluation)),
  };
  return evaluation;
}

/** Constants whose values are told even where the code writes them out. */
function constantsOf({ triggers }: Pack): string[] {
  return triggers.flatMap(({ when }) => (when.kind === "constant" ? [when.name] : []));
}
