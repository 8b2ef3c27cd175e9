import { resolveEffects } from "../effects/resolve-effects.js";
import { bindEffect, type OwnEffect } from "../effects/summary.js";
import type { Place } from "../matrix.js";
import type { FunctionInstance } from "../program/function-instance.js";
import type { Evaluation } from "./evaluation.js";
import { type Occurrence, placeOccurrence } from "./place-occurrence.js";
import { type PlayableEffect, playableEffect } from "./playable-effect.js";
import { type StagedCall, stagedCall } from "./staged-call.js";

/** A function that writes a tracked key without being an operation of the pack. */
export interface WriterBehavior extends Place {
  readonly effects: readonly PlayableEffect[];
  readonly calledFrom: readonly Place[];
}

/** The name under which a write in place appears in a cell. */
const IN_PLACE = "inline";

export function findWriters(evaluation: Evaluation): WriterBehavior[] {
  return evaluation.program
    .functions()
    .filter((instance) => isWriter(instance, evaluation))
    .map(evaluation.writer);
}

export function describeWriter(instance: FunctionInstance, evaluation: Evaluation): WriterBehavior {
  evaluation.wanted.callersOf(instance);
  const effects = evaluation
    .writesOf(instance)
    .map((effect) => playableEffect(effect, effect.conditions, evaluation.pack));
  return { ...placeOf(instance, 0), effects, calledFrom: callersOf(instance, evaluation) };
}

/** A function that the pack does not name, with an effect of its own on a tracked key. */
export function isWriter(instance: FunctionInstance, evaluation: Evaluation): boolean {
  return evaluation.catalog.operationOfFunction(instance) === null && evaluation.writesOf(instance).length > 0;
}

export function writesOf(instance: FunctionInstance, { catalog, summaries }: Evaluation): OwnEffect[] {
  return summaries
    .own(instance)
    .filter(({ raw }) => raw.call === null || catalog.operationOfCall(raw.call.callee, instance) === null);
}

/** A write in place is a stage's event only where its own function shows the stage; else its function's callers have it. */
export function writesInPlace(instance: FunctionInstance, evaluation: Evaluation): StagedCall[] {
  return together(evaluation.writesOf(instance)).flatMap((effects) => {
    const [first] = effects;
    if (first === undefined) return [];
    const { site, path, object } = first.raw;
    const occurrence: Occurrence = { instance, site, path, terms: [], object, callers: "never" };
    return placeOccurrence(occurrence, evaluation)
      .filter(({ stage }) => stage !== null)
      .map((placement) => {
        const bound = effects.map((effect) => bindEffect(effect, placement.binding));
        return stagedCall(occurrence, IN_PLACE, placement, resolveEffects(bound), evaluation.pack);
      });
  });
}

/** Writes one after the other on one path are one event. */
function together(effects: readonly OwnEffect[]): OwnEffect[][] {
  const groups: OwnEffect[][] = [];
  for (const effect of effects) {
    const [first] = groups.at(-1) ?? [];
    const isNext =
      first !== undefined && first.raw.path === effect.raw.path && first.raw.site.when === effect.raw.site.when;
    if (isNext) groups.at(-1)?.push(effect);
    else groups.push([effect]);
  }
  return groups;
}

function callersOf(instance: FunctionInstance, { callers }: Evaluation): Place[] {
  return callers.of(instance).map(({ from, site }) => placeOf(from, site.line));
}

function placeOf(instance: FunctionInstance, line: number): Place {
  return { file: instance.file, line: instance.line + line, function: instance.name };
}
