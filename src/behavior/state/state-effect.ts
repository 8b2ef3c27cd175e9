import { perObject } from "../../primitives/index.js";
import type { Pack } from "../../rules/index.js";
import type { AskedEffect } from "../effects/effect-asks.js";
import { keyName } from "../effects/key-name.js";
import { named } from "../effects/named-conditions.js";
import type { ValueText } from "../effects/value.js";
import { isTelling } from "../paths/asks.js";
import { type Condition, remaining } from "../paths/condition.js";
import type { World } from "../paths/formula.js";
import type { FunctionInstance } from "../program/function-instance.js";
import { isAnswerable, type StateFormula, stateFormula } from "./state-formula.js";

/** Where something stands, comparable within one function: what stands above has run before. */
export interface Standing {
  /** The function, told by receiver, name and file. */
  readonly home: string;
  /** 1-based in the function's file. */
  readonly line: number;
}

/** Something that must hold for an effect, as written and as a state can answer it. */
export interface Requirement extends Standing {
  readonly text: string;
  readonly asks: StateFormula;
}

/** An effect as a state of the keys can play it. Plain data. */
export interface StateEffect extends Standing {
  readonly key: string;
  /** What the key is set to: texts, and names of the pack for what only a run knows. Null for delete. */
  readonly value: readonly ValuePart[] | null;
  readonly requires: readonly Requirement[];
}
export type ValuePart = { readonly text: string } | { readonly symbol: string };

/** What is known of the place of a call. */
interface Surroundings {
  readonly conditions: readonly Condition[];
  readonly loops: readonly string[];
  readonly world: World;
}

/** The effects of a call with all that must hold for each: around the call, and inside of what is called. */
export function stateEffects(
  asked: readonly AskedEffect[],
  { conditions, loops, world }: Surroundings,
  pack: Pack,
): StateEffect[] {
  const around = [...loops.map(loopRequirement), ...requirements(named(conditions, pack.values), pack)];
  return asked.map(({ effect, conditions: own }) => ({
    key: keyName(effect),
    value: effect.action === "delete" ? null : partsOf(effect.value),
    requires: [...around, ...requirements(remaining(named(own, pack.values), world), pack)],
    home: homeOf(effect.home),
    line: effect.line,
  }));
}

/** The same effects reached in two ways: what both ask is asked. */
export function commonRequirements(effects: readonly StateEffect[], others: readonly StateEffect[]): StateEffect[] {
  return effects.map((effect, index) => {
    const asked = new Set(others[index]?.requires.map(({ home, line, text }) => `${home} ${line} ${text}`));
    return {
      ...effect,
      requires: effect.requires.filter(({ home, line, text }) => asked.has(`${home} ${line} ${text}`)),
    };
  });
}

/** What only asks for errors is left out, unless a state answers it: a story tells what happens while nothing goes wrong. */
function requirements(conditions: readonly Condition[], pack: Pack): Requirement[] {
  return conditions.map(requirementOf(pack)).filter((each) => each !== null);
}

const requirementOf = perObject((pack: Pack) =>
  perObject((condition: Condition): Requirement | null => {
    const asks = stateFormula(condition, pack);
    if (!isTelling(condition) && !isAnswerable(asks)) return null;
    return { text: condition.required, asks, home: homeOf(condition.home), line: condition.place.line };
  }),
);

/** A story is about something that the loop comes to. */
function loopRequirement(header: string): Requirement {
  return { text: header, asks: { kind: "asked", key: header }, home: "", line: 0 };
}

/** A call or a list element that stands for an effect has no value of its own. */
function partsOf(value: ValueText | null): ValuePart[] {
  if (value === null) return [{ text: "present" }];
  return value.map(({ text, symbol }) => (symbol === true ? { symbol: text } : { text }));
}

function homeOf({ receiver, name, file }: FunctionInstance): string {
  return `${receiver ?? ""}.${name} ${file}`;
}
