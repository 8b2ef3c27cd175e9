import type { GuardView } from "../matrix.js";
import type { Address } from "../program/addresses.js";
import type { OperationBehavior } from "./operations.js";
import type { PlayableEffect } from "./playable-effect.js";
import type { StagedCall } from "./staged-call.js";
import type { WriterBehavior } from "./writers.js";

/** Puts lines in place of addresses: what is known of functions becomes what one ref has. */
export interface AtLines {
  readonly call: (call: StagedCall) => StagedCall;
  readonly operation: (operation: OperationBehavior) => OperationBehavior;
  readonly writer: (writer: WriterBehavior) => WriterBehavior;
}

type LineAt = (address: Address) => number;

/**
 * What stands where it stood when it was last asked for is the same object: of one ref after the other most
 * things do, and a history has thousands of them.
 * @param lineAt may change its answers from one ref to the next
 */
export function atLines(lineAt: LineAt): AtLines {
  return { call: kept(callAt, lineAt), operation: kept(operationAt, lineAt), writer: kept(writerAt, lineAt) };
}

function kept<Told extends object>(at: (told: Told, lineAt: LineAt) => Told, lineAt: LineAt): (told: Told) => Told {
  const last = new WeakMap<Told, { readonly lines: ReadonlyMap<Address, number>; readonly told: Told }>();
  return (told) => {
    const known = last.get(told);
    if (known !== undefined && [...known.lines].every(([address, line]) => lineAt(address) === line)) return known.told;
    const lines = new Map<Address, number>();
    const placed = at(told, (address) => {
      const line = lineAt(address);
      lines.set(address, line);
      return line;
    });
    last.set(told, { lines, told: placed });
    return placed;
  };
}

function callAt(staged: StagedCall, lineAt: LineAt): StagedCall {
  const { call, barred, way, stateEffects } = staged;
  return {
    ...staged,
    call: {
      ...at(call, lineAt),
      guards: call.guards.map((guard) => at(guard, lineAt)),
      effects: call.effects.map((effect) => at(effect, lineAt)),
      via: call.via.map((place) => at(place, lineAt)),
    },
    barred: barred.map((bar) => guarded(bar, lineAt)),
    way: way.map((point) => at(point, lineAt)),
    stateEffects: stateEffects.map((effect) => ({
      ...at(effect, lineAt),
      requires: effect.requires.map((each) => at(each, lineAt)),
    })),
  };
}

function operationAt(operation: OperationBehavior, lineAt: LineAt): OperationBehavior {
  return {
    ...operation,
    line: operation.line === null ? null : lineAt(operation.line),
    cases: operation.cases.map(({ when, effects }) => ({ when, effects: effects.map((each) => played(each, lineAt)) })),
    guards: operation.guards.map((guard) => at(guard, lineAt)).sort((a, b) => a.line - b.line),
  };
}

function writerAt(writer: WriterBehavior, lineAt: LineAt): WriterBehavior {
  return {
    ...at(writer, lineAt),
    effects: writer.effects.map((effect) => played(effect, lineAt)),
    calledFrom: writer.calledFrom.map((place) => at(place, lineAt)),
  };
}

function played(effect: PlayableEffect, lineAt: LineAt): PlayableEffect {
  return { ...at(effect, lineAt), needs: effect.needs.map((need) => guarded(need, lineAt)) };
}

function guarded<Part extends { readonly guard: GuardView }>(part: Part, lineAt: LineAt): Part {
  return { ...part, guard: at(part.guard, lineAt) };
}

function at<Part extends { readonly line: Address }>(part: Part, lineAt: LineAt): Part {
  return { ...part, line: lineAt(part.line) };
}
