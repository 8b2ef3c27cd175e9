import { bindArguments, bindingOf, UNBOUND } from "../effects/binding.js";
import { argumentsOf, NO_ARGUMENTS } from "../effects/call-arguments.js";
import { familyArguments, familyText, type ResolvedCall, resolveCall, viewEffect } from "../effects/resolve-effects.js";
import { bindEffect, dependsOnCaller, type OwnEffect, type SummaryEffect } from "../effects/summary.js";
import type { Site } from "../facts/function-facts.js";
import type { CallView } from "../matrix.js";
import { conditionKeys, conditionsOf, isTelling, loopsOf, viewGuard } from "../paths/condition.js";
import { calledName } from "../program/callers.js";
import type { FunctionInstance } from "../program/program.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { Term } from "../terms/term.js";
import type { Evaluation } from "./evaluation.js";
import { type Occurrence, type Placement, placeOccurrence } from "./place-occurrence.js";

/** A call at a stage, or at none. */
export interface StagedCall {
  readonly stage: string | null;
  readonly call: CallView;
  /** Its place in the order in which its function runs things: two calls on one line are two. */
  readonly order: number;
  /** The member of a family of keys it is about, or null. */
  readonly family: string | null;
  /**
   * What must hold for it to happen, call site and callee's beginning as one
   * path: comparable keys with the text they were written as.
   */
  readonly asks: ReadonlyMap<string, string>;
}

/** The name under which a write in place appears in a cell. */
const IN_PLACE = "inline";

/** Everything that happens to tracked keys in a ref, with its stages. The bodies of operations are their effects, not events. */
export function findCalls(evaluation: Evaluation): StagedCall[] {
  return evaluation.program.functions
    .filter((instance) => evaluation.catalog.operationOfFunction(instance) === null)
    .flatMap((instance) => [...foldWays(callsIn(instance, evaluation)), ...writesInPlace(instance, evaluation)])
    .sort(inOrder);
}

/** One call reached through several callers is one event; it asks what all ways have in common. */
function foldWays(calls: readonly StagedCall[]): StagedCall[] {
  const folded = new Map<string, StagedCall>();
  for (const each of calls) {
    const { operation, arguments: given, line, trigger, effects } = each.call;
    const key = JSON.stringify([
      each.stage,
      operation,
      given,
      line,
      each.order,
      trigger?.kind,
      trigger?.value,
      effects,
    ]);
    const known = folded.get(key);
    folded.set(
      key,
      known === undefined ? each : { ...known, asks: new Map([...known.asks].filter(([ask]) => each.asks.has(ask))) },
    );
  }
  return [...folded.values()];
}

/** Files in order, and in a file lines in order; what is deferred runs last. */
function inOrder(x: StagedCall, y: StagedCall): number {
  const [a, b] = [x.call, y.call];
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const deferred = Number(a.when === "deferred") - Number(b.when === "deferred");
  if (deferred !== 0) return deferred;
  if (a.function !== b.function) return a.line - b.line;
  // What is deferred last runs first: https://go.dev/ref/spec#Defer_statements
  return a.when === "deferred" ? y.order - x.order : x.order - y.order;
}

function callsIn(instance: FunctionInstance, evaluation: Evaluation): StagedCall[] {
  return instance.facts.sites.flatMap((site, order) => {
    if (site.kind === "call") return callsAt(site, order, instance, evaluation);
    return site.kind === "reference" ? handedOnAt(site, order, instance, evaluation) : [];
  });
}

function callsAt(
  site: Site & { kind: "call" },
  order: number,
  instance: FunctionInstance,
  evaluation: Evaluation,
): StagedCall[] {
  // Most calls are of functions that nobody asks about: their names tell at once.
  const called = calledName(site.call.callee);
  if (called === null || !(evaluation.catalog.hasName(called) || evaluation.program.named(called).length > 0))
    return [];
  const callee = lowerTerm(site.call.callee, site.scope);
  const operation = evaluation.catalog.operationOfCall(callee, instance);
  const target = targetOf(callee, operation?.name ?? null, instance, evaluation);
  if (target === null && operation === null) return [];
  if (target !== null && operation === null && !isWriter(target, evaluation)) return [];
  const passed = argumentsOf(site.call, site.scope, instance, evaluation.pack);
  const effects = target === null ? ownAt(site, instance, evaluation) : evaluation.summaries.of(target);
  const here = target === null ? effects : effects.map((effect) => bindEffect(effect, bindingOf(passed)));
  for (const { member } of here) if (member !== null) evaluation.wanted.constant(member, instance);
  const occurrence: Occurrence = {
    ...site,
    order,
    instance,
    terms: passed.terms,
    callers: callersFor(here, operation !== null),
  };
  const name = operation?.name ?? target?.name ?? "";
  return placeOccurrence(occurrence, evaluation).flatMap((placement) => {
    if (placement.stage === null && operation === null) return [];
    const resolved =
      target === null
        ? resolveOwn(effects, placement)
        : resolveCall(target, effects, bindArguments(passed, placement.binding));
    return [view(occurrence, name, placement, resolved)];
  });
}

/** An operation handed on as a value: somebody calls it, but who and when is not known. */
function handedOnAt(
  site: Site & { kind: "reference" },
  order: number,
  instance: FunctionInstance,
  evaluation: Evaluation,
): StagedCall[] {
  const name = calledName(site.expression);
  if (name === null || !evaluation.catalog.hasName(name)) return [];
  const callee = lowerTerm(site.expression, site.scope);
  if (callee.kind !== "member" && callee.kind !== "symbol") return [];
  const operation = evaluation.catalog.operationOfCall(callee, instance);
  const target = operation === null ? null : targetOf(callee, operation.name, instance, evaluation);
  if (operation === null || target === null) return [];
  const occurrence: Occurrence = { ...site, order, instance, terms: [], callers: "never" };
  const open: Placement = {
    stage: null,
    trigger: null,
    confidence: "derived",
    conditions: conditionsOf(site.path, instance.standing),
    loops: loopsOf(site.path),
    binding: UNBOUND,
    via: [],
    when: site.when,
  };
  return [view(occurrence, operation.name, open, resolveCall(target, evaluation.summaries.of(target), NO_ARGUMENTS))];
}

/** The callers of a function that calls an unnamed writer are its own affair, unless only they know the key. */
function callersFor(effects: readonly SummaryEffect[], named: boolean): Occurrence["callers"] {
  if (effects.some(dependsOnCaller)) return "always";
  return named ? "when-open" : "never";
}

/** A library's function: what it does is what the pack says of the call. */
function ownAt(site: Site & { kind: "call" }, instance: FunctionInstance, { summaries }: Evaluation): OwnEffect[] {
  return summaries.own(instance).filter(({ raw }) => raw.call?.node === site.call);
}

function resolveOwn(effects: readonly SummaryEffect[], { binding }: Placement): ResolvedCall {
  const bound = effects.map((effect) => bindEffect(effect, binding));
  const families = familyArguments(bound);
  return { arguments: families, effects: bound.map(viewEffect), conditions: [], family: familyText(families) };
}

/** The function that a call runs, as far as the sources show it; null for a library's. */
function targetOf(
  callee: Term,
  operation: string | null,
  from: FunctionInstance,
  evaluation: Evaluation,
): FunctionInstance | null {
  const resolved = evaluation.program.resolve(callee, from);
  const functions = resolved.kind === "functions" ? resolved.functions : [];
  const target = functions.find(
    (each) => operation === null || evaluation.catalog.operationOfFunction(each)?.name === operation,
  );
  if (target !== undefined || operation === null || resolved.kind === "library") return target ?? null;
  return definitionsOf(operation, evaluation)[0] ?? null;
}

/** The functions of the ref that are an operation; those with effects first. */
export function definitionsOf(operation: string, { program, catalog, summaries }: Evaluation): FunctionInstance[] {
  const definitions = program.functions.filter((instance) => catalog.operationOfFunction(instance)?.name === operation);
  return definitions.sort((a, b) => Number(summaries.of(b).length > 0) - Number(summaries.of(a).length > 0));
}

/** A function that the pack does not name, with an effect of its own on a tracked key. */
export function isWriter(instance: FunctionInstance, evaluation: Evaluation): boolean {
  return evaluation.catalog.operationOfFunction(instance) === null && writesOf(instance, evaluation).length > 0;
}

/** A function's own writes: in place, or by calls that stand for effects and are no named operation. */
export function writesOf(instance: FunctionInstance, { catalog, summaries }: Evaluation): OwnEffect[] {
  return summaries
    .own(instance)
    .filter(({ raw }) => raw.call === null || catalog.operationOfCall(raw.call.callee, instance) === null);
}

/** A write in place is a stage's event only where its own function shows the stage; else its function's callers have it. */
function writesInPlace(instance: FunctionInstance, evaluation: Evaluation): StagedCall[] {
  return together(writesOf(instance, evaluation)).flatMap((effects) => {
    const [first] = effects;
    if (first === undefined) return [];
    const { path, line, when } = first.raw;
    const occurrence: Occurrence = { instance, path, line, order: first.raw.order, when, terms: [], callers: "never" };
    return placeOccurrence(occurrence, evaluation)
      .filter(({ stage, via }) => stage !== null && via.length === 0)
      .map((placement) => view(occurrence, IN_PLACE, placement, resolveOwn(effects, placement)));
  });
}

/** Writes one after the other on one path are one event. */
function together(effects: readonly OwnEffect[]): OwnEffect[][] {
  const groups: OwnEffect[][] = [];
  for (const effect of effects) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && last[0].raw.path === effect.raw.path && last[0].when === effect.when)
      last.push(effect);
    else groups.push([effect]);
  }
  return groups;
}

function view(
  { instance, line, order }: Occurrence,
  operation: string,
  placement: Placement,
  resolved: ResolvedCall,
): StagedCall {
  const call: CallView = {
    operation,
    arguments: resolved.arguments,
    file: instance.file,
    line: instance.line + line,
    function: instance.name,
    trigger: placement.trigger,
    guards: placement.conditions.filter(isTelling).map(viewGuard),
    loop: placement.loops.at(-1) ?? null,
    confidence: placement.confidence,
    effects: resolved.effects,
    when: placement.when,
    via: placement.via,
  };
  return { stage: placement.stage, call, order, family: resolved.family, asks: asksOf(placement, resolved) };
}

function asksOf({ conditions, loops }: Placement, resolved: ResolvedCall): Map<string, string> {
  const asks = new Map<string, string>();
  for (const condition of [...conditions, ...resolved.conditions]) {
    for (const key of conditionKeys([condition]))
      if (!asks.has(key)) asks.set(key, condition.exit?.error ? `${condition.text} → error` : condition.text);
  }
  for (const [depth, header] of loops.entries()) asks.set(`loop ${depth + 1}`, header);
  return asks;
}
