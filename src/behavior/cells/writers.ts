import type { KeyLocation } from "../../rules/index.js";
import { viewEffect } from "../effects/resolve-effects.js";
import type { Effect, Place } from "../matrix.js";
import type { FunctionInstance } from "../program/program.js";
import { visitTerm } from "../terms/term.js";
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

/** A key may be written through a constant that has its text, by functions that do not hold the text. */
export function wantConstants({ pack, program, summaries, wanted }: Evaluation): void {
  const texts = new Set(
    pack.keys.flatMap(({ each, name, locations }) => (each ? [] : [name, ...locations.flatMap(entryText)])),
  );
  for (const instance of program.functions) {
    for (const { raw } of summaries.own(instance)) {
      if (raw.written !== null) visitTerm(raw.written, (term) => wanted.constant(term, instance));
    }
  }
  for (const text of texts) for (const constant of program.constantsOf(text)) wanted.usersOf(constant);
}

/** `requested-chassis` of `*.Options["requested-chassis"]` */
function entryText(location: KeyLocation): string[] {
  const { expression } = location.pattern;
  const [index] = expression.kind === "index" ? expression.indices : [];
  return location.kind === "entry" && index?.kind === "literal" ? [index.value] : [];
}

/** Maps whose entries are written by name may also be replaced as a whole, by functions that name no entry. */
export function wantReplacements({ pack, program, summaries, wanted }: Evaluation): void {
  const members = new Set(pack.keys.flatMap(({ each, locations }) => (each ? [] : locations.flatMap(mapMember))));
  if (members.size === 0) return;
  for (const instance of program.functions) {
    const effects = summaries.own(instance).filter(({ raw }) => raw.call === null || raw.action === "delete");
    for (const { object } of effects) if (object !== null) wanted.origin(object, instance);
    if (effects.some(({ raw }) => !raw.wholesale))
      for (const member of members) wanted.replacementsOf(member, instance);
  }
}

/** `Options` of `*.Options["requested-chassis"]` */
function mapMember(location: KeyLocation): string[] {
  const { expression } = location.pattern;
  return location.kind === "entry" && expression.kind === "index" && expression.object.kind === "member"
    ? [expression.object.name]
    : [];
}

function callersOf(instance: FunctionInstance, { callers }: Evaluation): Place[] {
  return callers.of(instance).map(({ from, site }) => placeOf(from, site.line));
}

function placeOf(instance: FunctionInstance, line: number): Place {
  return { file: instance.file, line: instance.line + line, function: instance.name };
}
