import { type Binding, bindingOf, compose, UNBOUND } from "../effects/binding.js";
import { argumentsOf, NO_ARGUMENTS } from "../effects/call-arguments.js";
import type { Site } from "../facts/function-facts.js";
import type { Path } from "../facts/path.js";
import type { Confidence, Place, Trigger } from "../matrix.js";
import { type Condition, conditionsOf, loopsOf, mapCondition } from "../paths/condition.js";
import type { CallSite } from "../program/callers.js";
import { isFunction } from "../program/catalog.js";
import type { FunctionInstance } from "../program/program.js";
import { placeByGuards } from "../stages/place-by-guards.js";
import { expand } from "../stages/travel.js";
import type { Term } from "../terms/term.js";
import type { Evaluation } from "./evaluation.js";

/** Something that happens at a place of a function, before its stage is known. */
export interface Occurrence {
  readonly instance: FunctionInstance;
  readonly path: Path | null;
  /** Counts from 0 within the declaration. */
  readonly line: number;
  /** Its place in the order in which the function runs things. */
  readonly order: number;
  readonly when: Site["when"];
  /** Terms whose meaning matters besides the path: the arguments of a call. */
  readonly terms: readonly Term[];
  /**
   * Whether callers are asked for the stage: never, where the function itself
   * leaves it open, or always, because the effects' keys come through a parameter.
   */
  readonly callers: "never" | "when-open" | "always";
}

/** An occurrence at a stage, or at none (stage and trigger null). */
export interface Placement {
  readonly stage: string | null;
  readonly trigger: Trigger | null;
  readonly confidence: Confidence;
  readonly conditions: readonly Condition[];
  /** Headers of the loops around it, outermost first. */
  readonly loops: readonly string[];
  /** How the function's own terms read from where the stage was found. */
  readonly binding: Binding;
  /** The callers through which the stage was found, nearest first. */
  readonly via: readonly Place[];
  readonly when: Site["when"];
}

/** Callers are followed this far up. */
const MAXIMUM_CLIMB = 4;

/** Finds the stages of an occurrence: by its guards, by the function it stands in, or through the callers. Never empty. */
export function placeOccurrence(occurrence: Occurrence, evaluation: Evaluation): Placement[] {
  const { instance, path, when, terms } = occurrence;
  const start: Standpoint = {
    at: instance,
    conditions: conditionsOf(path, instance.standing),
    loops: loopsOf(path),
    terms,
    binding: UNBOUND,
    via: [],
    when,
    seen: [instance],
  };
  const found = placeFrom(start, occurrence.callers, evaluation);
  const placed = found.filter(({ stage }) => stage !== null);
  return placed.length > 0 ? placed : found.slice(0, 1);
}

/** The occurrence as seen from one function on the way up. */
interface Standpoint {
  readonly at: FunctionInstance;
  readonly conditions: readonly Condition[];
  readonly loops: readonly string[];
  readonly terms: readonly Term[];
  readonly binding: Binding;
  readonly via: readonly Place[];
  readonly when: Site["when"];
  readonly seen: readonly FunctionInstance[];
}

function placeFrom(here: Standpoint, callers: Occurrence["callers"], evaluation: Evaluation): Placement[] {
  const callersMustTell = callers === "always";
  const placed = callersMustTell ? [] : placeHere(here, evaluation);
  if (placed.length > 0) return placed;
  const open: Placement = { ...here, stage: null, trigger: null, confidence: "exact" };
  if (callers === "never") return [open];
  evaluation.wanted.helpersIn(here.conditions, here.at);
  evaluation.wanted.callersOf(here.at);
  const above =
    here.seen.length > MAXIMUM_CLIMB
      ? []
      : evaluation.callers.of(here.at).filter(({ from }) => !here.seen.includes(from));
  if (above.length > 0)
    return above.flatMap((caller) => placeFrom(climb(here, caller, evaluation), "when-open", evaluation));
  const last = callersMustTell ? placeHere(here, evaluation) : [];
  return last.length > 0 ? last : [open];
}

function climb(here: Standpoint, { from, site }: CallSite, { pack }: Evaluation): Standpoint {
  const passed = site.kind === "call" ? argumentsOf(site.call, site.scope, from, pack) : NO_ARGUMENTS;
  const binding = bindingOf(passed);
  return {
    at: from,
    conditions: [
      ...conditionsOf(site.path, from.standing),
      ...here.conditions.map((condition) => mapCondition(condition, binding.replace)),
    ],
    loops: [...loopsOf(site.path), ...here.loops],
    terms: here.terms.map(binding.term),
    binding: compose(here.binding, binding),
    via: [...here.via, { file: from.file, line: from.line + site.line, function: from.name }],
    when: site.when === "now" ? here.when : site.when,
    seen: [...here.seen, from],
  };
}

function placeHere(here: Standpoint, evaluation: Evaluation): Placement[] {
  const { pack, program, wanted } = evaluation;
  wanted.constantsIn(here.conditions, here.at);
  wanted.namesakesIn(here.conditions, here.at, program);
  let open = false;
  const placements = expand(here.conditions, here.terms, here.at, program, pack).flatMap((variant) => {
    const confidence: Confidence = variant.travelled || here.via.length > 0 ? "derived" : "exact";
    const binding = compose(here.binding, variant.binding);
    const found = placeByGuards(variant.conditions, pack);
    if (found === null) return [];
    // One way that no trigger names is enough for the stage to be open.
    if (found.length === 0) open = true;
    return found.map((placement): Placement => ({ ...here, ...placement, binding, confidence }));
  });
  return placements.length > 0 && !open ? placements : placeByFunction(here, evaluation);
}

function placeByFunction(here: Standpoint, { pack }: Evaluation): Placement[] {
  for (const { kind, stage, when } of pack.triggers) {
    if (when.kind !== "function" || !isFunction(here.at, when.function)) continue;
    return [
      {
        ...here,
        stage,
        trigger: { kind, value: when.value, expression: `func ${here.at.name}` },
        confidence: "configured",
      },
    ];
  }
  return [];
}
