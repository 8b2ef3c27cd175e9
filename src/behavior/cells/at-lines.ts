import type { Effect, GuardView, Place } from "../matrix.js";
import type { Address } from "../program/addresses.js";
import type { StateEffect } from "../state/state-effect.js";
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

export function atLines(lineAt: (address: Address) => number): AtLines {
  const atLine = <Part extends { readonly line: Address }>(part: Part): Part => ({ ...part, line: lineAt(part.line) });
  const guarded = <Part extends { readonly guard: GuardView }>(part: Part): Part => ({
    ...part,
    guard: atLine(part.guard),
  });
  const played = (effect: PlayableEffect): PlayableEffect => ({ ...atLine(effect), needs: effect.needs.map(guarded) });
  const required = (effect: StateEffect): StateEffect => ({ ...atLine(effect), requires: effect.requires.map(atLine) });
  return {
    call: (staged) => {
      const { call, barred, way, stateEffects } = staged;
      return {
        ...staged,
        call: {
          ...atLine(call),
          guards: call.guards.map(atLine<GuardView>),
          effects: call.effects.map(atLine<Effect>),
          via: call.via.map(atLine<Place>),
        },
        barred: barred.map(guarded),
        way: way.map(atLine),
        stateEffects: stateEffects.map(required),
      };
    },
    operation: (operation) => ({
      ...operation,
      line: operation.line === null ? null : lineAt(operation.line),
      cases: operation.cases.map(({ when, effects }) => ({ when, effects: effects.map(played) })),
      guards: operation.guards.map(atLine<GuardView>).sort((a, b) => a.line - b.line),
    }),
    writer: (writer) => ({
      ...atLine(writer),
      effects: writer.effects.map(played),
      calledFrom: writer.calledFrom.map(atLine<Place>),
    }),
  };
}
