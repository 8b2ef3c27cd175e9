import type { Pack } from "../../rules/index.js";
import { named } from "../effects/named-conditions.js";
import type { ResolvedCall } from "../effects/resolve-effects.js";
import { inOrder as sitesInOrder } from "../effects/summary.js";
import type { Site } from "../facts/function-facts.js";
import type { CallView } from "../matrix.js";
import { type Ask, asksOf, isTelling } from "../paths/asks.js";
import { viewGuard } from "../paths/condition.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { commonRequirements, type StateEffect, stateEffects } from "../state/state-effect.js";
import { asksOwner, type Bar, barsOf } from "./moments.js";
import type { Occurrence, Placement } from "./place-occurrence.js";

/** A call at a stage, or at none. */
export interface StagedCall {
  readonly stage: string | null;
  readonly call: CallView;
  /** What is called, with the arguments that decide, comparable. */
  readonly callKey: string;
  /** What it does, comparable. */
  readonly effectKey: string;
  /** The member of a family of keys it is about, or null. */
  readonly family: string | null;
  /** What must hold for it to happen, call site and callee's beginning as one path; by comparable keys. */
  readonly asks: ReadonlyMap<string, Ask>;
  /** What keeps it from happening, silently, whenever the lifecycle has ended as the pack's `terminal` says. */
  readonly barred: readonly Bar[];
  /** Somewhere on its way, callee included, it is asked whose state it is, as the pack's `shared` says. */
  readonly asksOwner: boolean;
  /** The places that lead to it, from the function where the stage was found to its own. */
  readonly way: readonly Waypoint[];
  /** Its effects as a state of the keys can play them, in order. Plain data. */
  readonly stateEffects: readonly StateEffect[];
}

/** One call on the way to another. */
interface Waypoint {
  /** Its function, told by receiver and name before its file. */
  readonly function: string;
  /** Where the function is declared. */
  readonly line: number;
  readonly order: number;
  readonly deferral: number | null;
}

export function stagedCall(
  { instance, site }: Occurrence,
  operation: string,
  placement: Placement,
  resolved: ResolvedCall,
  pack: Pack,
): StagedCall {
  const { stage, trigger, conditions, loops, confidence, when, via } = placement;
  const call: CallView = {
    operation,
    arguments: resolved.arguments,
    file: instance.file,
    line: instance.line + site.line,
    function: instance.name,
    trigger,
    guards: conditions.filter(isTelling).map(viewGuard),
    loop: loops.at(-1) ?? null,
    confidence,
    effects: resolved.effects,
    when,
    via: via.map(({ file, line, function: name }) => ({ file, line, function: name })),
  };
  return {
    stage,
    call,
    callKey: `${operation}(${resolved.argumentsKey})`,
    effectKey: resolved.effectKey,
    family: resolved.family,
    asks: asksBy(placement, resolved, pack),
    barred: barsOf(conditions, pack),
    asksOwner: asksOwner([...conditions, ...resolved.conditions], pack),
    way: [{ instance, site }, ...via].reverse().map(waypoint),
    stateEffects: stateEffects(resolved.asked, placement, pack),
  };
}

function waypoint({ instance, site }: { readonly instance: FunctionInstance; readonly site: Site }): Waypoint {
  const { receiver, name, file, line } = instance;
  return { function: `${receiver ?? ""}.${name} ${file}`, line, order: site.order, deferral: site.deferral };
}

function asksBy({ conditions, loops }: Placement, resolved: ResolvedCall, { values }: Pack): Map<string, Ask> {
  const asks = new Map<string, Ask>();
  const note = (ask: Ask): void => {
    if (!asks.has(ask.key)) asks.set(ask.key, ask);
  };
  for (const ask of asksOf(named(conditions, values))) note(ask);
  for (const ask of resolved.asks) note(ask);
  for (const [depth, text] of loops.entries()) {
    const key = `loop ${depth + 1}`;
    note({ key, loose: key, text });
  }
  return asks;
}

/** One call reached in several ways is one event; it asks what all ways have in common. */
export function foldWays(calls: readonly StagedCall[]): StagedCall[] {
  const folded = new Map<string, StagedCall>();
  for (const each of calls) {
    const { file, line, trigger } = each.call;
    const order = each.way.at(-1)?.order;
    const key = JSON.stringify([
      each.stage,
      file,
      line,
      order,
      each.callKey,
      each.effectKey,
      trigger?.kind,
      trigger?.value,
    ]);
    const known = folded.get(key);
    folded.set(
      key,
      known === undefined
        ? each
        : {
            ...known,
            asks: common(known.asks, each.asks),
            stateEffects: commonRequirements(known.stateEffects, each.stateEffects),
          },
    );
  }
  return [...folded.values()];
}

function common(asks: ReadonlyMap<string, Ask>, others: ReadonlyMap<string, Ask>): Map<string, Ask> {
  return new Map([...asks].filter(([key]) => others.has(key)));
}

/**
 * The calls of a stage in the order in which they run. Functions that do not call
 * each other have no order: they stand in the order of their names, wherever
 * their files are.
 */
export function inOrder(x: StagedCall, y: StagedCall): number {
  for (const [depth, a] of x.way.entries()) {
    const b = y.way[depth];
    if (b === undefined) return 1;
    const order = isSameFunction(a, b) ? sitesInOrder(a, b) : a.function < b.function ? -1 : 1;
    if (order !== 0) return order;
  }
  return x.way.length - y.way.length;
}

function isSameFunction(a: Waypoint, b: Waypoint): boolean {
  return a.function === b.function && a.line === b.line;
}
