import { type Binding, bindingOf, compose, UNBOUND } from "../effects/binding.js";
import { NO_ARGUMENTS } from "../effects/call-arguments.js";
import type { Site } from "../facts/function-facts.js";
import type { Path } from "../facts/path.js";
import type { Confidence, Place, Trigger } from "../matrix.js";
import { type Condition, conditionsOf, loopsOf, mapCondition } from "../paths/condition.js";
import { conditionWorld } from "../paths/condition-world.js";
import type { World } from "../paths/formula.js";
import { firstOf } from "../paths/worlds.js";
import type { CallSite } from "../program/callers.js";
import { isFunction } from "../program/catalog.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { placeByGuards } from "../stages/place-by-guards.js";
import type { Term } from "../terms/term.js";
import type { Evaluation } from "./evaluation.js";

/** Something that happens at a place of a function, before its stage is known. */
export interface Occurrence {
  readonly instance: FunctionInstance;
  readonly site: Site;
  /** The site's path, and what else must hold. */
  readonly path: Path | null;
  /** Terms whose meaning matters besides the path: the arguments of a call. */
  readonly terms: readonly Term[];
  /** The one object whose state changes, where it is known. */
  readonly object: Term | null;
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
  /** What is so at the stage and under the conditions. */
  readonly world: World;
  /** Headers of the loops around it, outermost first. */
  readonly loops: readonly string[];
  /** How the function's own terms read from where the stage was found. */
  readonly binding: Binding;
  /** The callers through which the stage was found, nearest first. */
  readonly via: readonly Caller[];
  readonly when: Site["when"];
}

/** A call on the way up. */
export interface Caller extends Place {
  readonly instance: FunctionInstance;
  readonly site: Site;
}

/** Callers are followed this far up. */
const MAXIMUM_CLIMB = 4;

/**
 * Finds the stages of an occurrence: by its guards, by the function it stands in,
 * or through the callers. Never empty; ways that no stage is known of are one placement.
 */
export function placeOccurrence(occurrence: Occurrence, evaluation: Evaluation): Placement[] {
  const { instance, site, path, terms, object } = occurrence;
  const own = conditionsOf(path, instance);
  const start: Standpoint = {
    at: instance,
    own,
    conditions: own,
    loops: loopsOf(path),
    terms,
    object,
    binding: UNBOUND,
    via: [],
    when: site.when,
  };
  const found = placeFrom(start, occurrence.callers, evaluation);
  const open = found.find(({ stage }) => stage === null);
  return found.filter((placement) => placement.stage !== null || placement === open);
}

/** The occurrence as seen from one function on the way up. */
interface Standpoint {
  readonly at: FunctionInstance;
  /** The conditions that stand in this function. */
  readonly own: readonly Condition[];
  readonly conditions: readonly Condition[];
  readonly loops: readonly string[];
  readonly terms: readonly Term[];
  readonly object: Term | null;
  readonly binding: Binding;
  readonly via: readonly Caller[];
  readonly when: Site["when"];
}

function placeFrom(here: Standpoint, callers: Occurrence["callers"], evaluation: Evaluation): Placement[] {
  const callersMustTell = callers === "always";
  const placed = callersMustTell ? [] : placeHere(here, evaluation);
  if (placed.some(({ stage }) => stage !== null)) return placed;
  if (callers === "never") return [open(here)];
  evaluation.wanted.helpersIn(here.own);
  evaluation.wanted.callersOf(here.at);
  const above = callersAbove(here, evaluation);
  if (above.length > 0)
    return above.flatMap((caller) => placeFrom(climb(here, caller, evaluation), "when-open", evaluation));
  return callersMustTell ? placeHere(here, evaluation) : [open(here)];
}

function open(here: Standpoint): Placement {
  return { ...here, world: conditionWorld(here.conditions), stage: null, trigger: null, confidence: "exact" };
}

/** The callers that are not on the way already. */
function callersAbove({ at, via }: Standpoint, { callers, wanted }: Evaluation): readonly CallSite[] {
  if (via.length >= MAXIMUM_CLIMB) return [];
  const found = callers.of(at);
  if (found.some(({ certain }) => !certain)) wanted.namesakesOf(at);
  return found.filter(({ from }) => via.every(({ instance }) => instance !== from));
}

function climb(here: Standpoint, { from, site }: CallSite, { passed, wanted }: Evaluation): Standpoint {
  const given = site.kind === "call" ? passed(site, from) : NO_ARGUMENTS;
  wanted.passed(given.terms, from);
  const binding = bindingOf(given);
  const own = conditionsOf(site.path, from);
  const place = { file: from.file, line: from.line + site.line, function: from.name };
  return {
    at: from,
    own,
    conditions: [...own, ...here.conditions.map((condition) => mapCondition(condition, binding.replace))],
    loops: [...loopsOf(site.path), ...here.loops],
    terms: here.terms.map(binding.term),
    object: here.object && binding.term(here.object),
    binding: compose(here.binding, binding),
    via: [...here.via, { ...place, instance: from, site }],
    when: site.when === "now" ? here.when : site.when,
  };
}

/** The stages that the function itself tells; one placement stands for the ways that it leaves open. */
function placeHere(here: Standpoint, evaluation: Evaluation): Placement[] {
  const { pack, wanted, travel } = evaluation;
  wanted.constantsIn(here.own);
  const ways = travel.variants(here.conditions, here.terms, here.at).map((variant) => {
    const confidence: Confidence = variant.travelled || here.via.length > 0 ? "derived" : "exact";
    const binding = compose(here.binding, variant.binding);
    const { placements, isOpen } = placeByGuards(
      variant.conditions,
      here.object && variant.binding.term(here.object),
      pack,
    );
    const placed = placements.map((placement): Placement => {
      const world = firstOf(placement.world, conditionWorld(variant.conditions));
      return { ...here, ...placement, world, binding, confidence };
    });
    return { placed, isOpen };
  });
  const placed = ways.flatMap((way) => way.placed);
  if (placed.length > 0 && ways.every(({ isOpen }) => !isOpen)) return placed;
  return [...placed, ...placeByFunction(here, evaluation)];
}

function placeByFunction(here: Standpoint, { pack }: Evaluation): Placement[] {
  for (const { kind, stage, when } of pack.triggers) {
    if (when.kind !== "function" || !isFunction(here.at, when.function)) continue;
    const trigger = { kind, value: when.value, expression: `func ${here.at.name}` };
    return [{ ...open(here), stage, trigger, confidence: "configured" }];
  }
  return [open(here)];
}
