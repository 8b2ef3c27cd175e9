import { viewEffect } from "../effects/resolve-effects.js";
import type { Effect, Place } from "../matrix.js";
import type { FunctionInstance } from "../program/program.js";
import type { Evaluation } from "./evaluation.js";
import { isWriter, writesOf } from "./find-calls.js";

/** A function that writes a tracked key without being an operation of the pack. */
export interface WriterBehavior extends Place {
  readonly effects: readonly Effect[];
  readonly calledFrom: readonly Place[];
}

export function findWriters(evaluation: Evaluation): WriterBehavior[] {
  return evaluation.program.functions
    .filter((instance) => isWriter(instance, evaluation))
    .map((instance) => {
      evaluation.wanted.callersOf(instance);
      const effects = writesOf(instance, evaluation);
      for (const { member } of effects) if (member !== null) evaluation.wanted.constant(member, instance);
      return { ...placeOf(instance, 0), effects: effects.map(viewEffect), calledFrom: callersOf(instance, evaluation) };
    });
}

function callersOf(instance: FunctionInstance, { callers }: Evaluation): Place[] {
  return callers.of(instance).map(({ from, site }) => placeOf(from, site.line));
}

function placeOf(instance: FunctionInstance, line: number): Place {
  return { file: instance.file, line: instance.line + line, function: instance.name };
}
