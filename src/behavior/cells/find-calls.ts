import { bindArguments, bindingOf } from "../effects/binding.js";
import { type CallArguments, NO_ARGUMENTS } from "../effects/call-arguments.js";
import { dependsOnCaller } from "../effects/key-name.js";
import { type ResolvedCall, resolveCall, resolveEffects } from "../effects/resolve-effects.js";
import { bindEffect, type SummaryEffect } from "../effects/summary.js";
import type { SiteOf } from "../facts/function-facts.js";
import { sitesNamed } from "../facts/site-index.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { lowerTerm } from "../terms/lower-term.js";
import { sameTerm } from "../terms/same-term.js";
import type { Term } from "../terms/term.js";
import type { Evaluation } from "./evaluation.js";
import { targetOf } from "./operation-functions.js";
import { type Occurrence, type Placement, placeOccurrence } from "./place-occurrence.js";
import { type StagedCall, stagedCall } from "./staged-call.js";
import { isWriter } from "./writers.js";

/** Everything that happens to tracked keys in a ref, with its stages. The bodies of operations are their effects, not events. */
export function findCalls(evaluation: Evaluation): StagedCall[] {
  const { program, catalog } = evaluation;
  // Most calls are of functions that nobody asks about: their names tell at once.
  const functions = program.functions();
  const writers = functions.filter((instance) => isWriter(instance, evaluation));
  const names = [...new Set([...catalog.names, ...writers.map(({ name }) => name)])];
  return functions
    .filter((instance) => catalog.operationOfFunction(instance) === null)
    .flatMap((instance) => [
      ...sitesSaying(names, instance).flatMap((site) => evaluation.happeningsAt(instance, site)),
      ...evaluation.writesInPlace(instance),
    ]);
}

/** What calls, mentions or may hold something of these names; nothing where the text says none of them. */
function sitesSaying(names: readonly string[], { says, facts }: FunctionInstance): SiteOf<"call" | "reference">[] {
  const said = names.filter(says);
  return said.length === 0 ? [] : sitesNamed(facts, said);
}

/** What a call or a mention of a function means for tracked keys. */
export function happeningsAt(
  site: SiteOf<"call" | "reference">,
  instance: FunctionInstance,
  evaluation: Evaluation,
): StagedCall[] {
  return site.kind === "call" ? callsAt(site, instance, evaluation) : mentionsAt(site, instance, evaluation);
}

function callsAt(site: SiteOf<"call">, instance: FunctionInstance, evaluation: Evaluation): StagedCall[] {
  const { catalog, summaries, pack } = evaluation;
  const callee = lowerTerm(site.call.callee, site.scope);
  const operation = catalog.operationOfCall(callee, instance);
  const target = targetOf(callee, operation?.name ?? null, instance, evaluation);
  if (operation === null && (target === null || !isWriter(target, evaluation))) return [];
  const own = summaries.own(instance).filter(({ raw }) => raw.call?.node === site.call);
  const passed = evaluation.passed(site, instance);
  // A library's function does what the pack says of the call.
  const effects = target === null ? own : summaries.of(target);
  const bound = target === null ? own : effects.map((effect) => bindEffect(effect, bindingOf(passed)));
  noteMissing(passed, bound, instance, evaluation);
  const callers = callersFor(bound, operation !== null);
  const occurrence: Occurrence = {
    instance,
    site,
    path: site.path,
    terms: passed.terms,
    object: objectOf(bound),
    callers,
  };
  const resolve = ({ binding, world }: Placement): ResolvedCall =>
    target === null
      ? resolveEffects(own.map((effect) => bindEffect(effect, binding)))
      : resolveCall(target, effects, bindArguments(passed, binding), world, pack.values);
  return placeOccurrence(occurrence, evaluation)
    .filter(({ stage }) => stage !== null || operation !== null)
    .map((placement) =>
      stagedCall(occurrence, operation?.name ?? target?.name ?? "", placement, resolve(placement), pack),
    );
}

/** The object whose state the effects change; null where they are about several, or it is not known. */
function objectOf([first, ...others]: readonly SummaryEffect[]): Term | null {
  const object = first?.object ?? null;
  if (object === null) return null;
  return others.every((other) => other.object !== null && sameTerm(other.object, object)) ? object : null;
}

/** The declarations that would tell more of what is passed and of what is asked. */
function noteMissing(
  { terms, types }: CallArguments,
  effects: readonly SummaryEffect[],
  instance: FunctionInstance,
  { wanted }: Evaluation,
): void {
  for (const [index, term] of terms.entries()) {
    wanted.constants(term, instance);
    if (types[index] == null && effects.some(({ object }) => object === term)) wanted.typeOf(term, instance);
  }
  for (const { conditions } of effects) wanted.constantsIn(conditions);
}

/** An operation that is handed on as a value: what it will be called with is not known here. */
function mentionsAt(site: SiteOf<"reference">, instance: FunctionInstance, evaluation: Evaluation): StagedCall[] {
  const { pack } = evaluation;
  const callee = lowerTerm(site.expression, site.scope);
  const operation = evaluation.catalog.operationOfCall(callee, instance);
  const [target] = operation === null ? [] : evaluation.definitionsOf(operation.name);
  if (operation === null || target === undefined) return [];
  const occurrence: Occurrence = { instance, site, path: site.path, terms: [], object: null, callers: "when-open" };
  const effects = evaluation.summaries.of(target);
  return placeOccurrence(occurrence, evaluation).map((placement) =>
    stagedCall(
      occurrence,
      operation.name,
      placement,
      resolveCall(target, effects, NO_ARGUMENTS, placement.world, pack.values),
      pack,
    ),
  );
}

/** The callers of a function that calls an unnamed writer are its own affair, unless only they know the key. */
function callersFor(effects: readonly SummaryEffect[], named: boolean): Occurrence["callers"] {
  if (effects.some(dependsOnCaller)) return "always";
  return named ? "when-open" : "never";
}
