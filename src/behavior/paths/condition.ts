import { perObject } from "../../primitives/index.js";
import { type Exit, type Path, type Step, stepsOf } from "../facts/path.js";
import type { GuardView, Place } from "../matrix.js";
import type { FunctionInstance } from "../program/function-instance.js";
import type { Term } from "../terms/term.js";
import { textsOf } from "./condition-text.js";
import { evaluate, type Formula, formulaOfStep, mapFormula, simplify, type World } from "./formula.js";
import { constantWorld, firstOf } from "./worlds.js";

/** One condition on the way to a place, ready to be judged, compared and shown. */
export interface Condition {
  /** Must come out true for the place to be reached. */
  readonly formula: Formula;
  /** As written; for an early exit the condition under which the path leaves. */
  readonly text: string;
  /** The same as what must hold. */
  readonly required: string;
  readonly exit: Exit | null;
  readonly place: Place;
  /** The function it stands in, whose file knows its constants and helpers. */
  readonly home: FunctionInstance;
}

const known = new WeakMap<FunctionInstance, WeakMap<Path, readonly Condition[]>>();

/** The conditions of a path in source order; loops are no conditions. */
export function conditionsOf(path: Path | null, home: FunctionInstance): readonly Condition[] {
  if (path === null) return [];
  const here = known.get(home) ?? new WeakMap<Path, readonly Condition[]>();
  known.set(home, here);
  const conditions = here.get(path) ?? [...conditionsOf(path.before, home), ...conditionOf(path.step, home)];
  here.set(path, conditions);
  return conditions;
}

function conditionOf(step: Step, home: FunctionInstance): Condition[] {
  if (step.kind === "loop") return [];
  const { print, file, name } = home;
  const { text, required, line } = textsOf(step, print);
  const place = { file, line: home.line + line, function: name };
  return [
    { formula: formulaOfStep(step), text, required, exit: step.kind === "unless" ? step.exit : null, place, home },
  ];
}

/** The loops around a place, outermost first. */
export function loopsOf(path: Path | null): string[] {
  return stepsOf(path).flatMap((step) => (step.kind === "loop" ? [step.header] : []));
}

export function mapCondition(condition: Condition, replace: (term: Term) => Term | null): Condition {
  return asking(condition, mapFormula(condition.formula, replace));
}

/** The condition with another formula; the same object where that is its own. */
function asking(condition: Condition, formula: Formula): Condition {
  return formula === condition.formula ? condition : { ...condition, formula };
}

/** Every condition may hold in this world. */
export function isPossible(conditions: readonly Condition[], world: World): boolean {
  return conditions.every((condition) => evaluate(condition.formula, within(world, condition)) !== false);
}

/** What the condition asks beyond what constants settle. */
const unsettled = perObject((condition: Condition): Condition | boolean => {
  const formula = simplify(condition.formula, constantWorld(condition.home.constantOf));
  return typeof formula === "boolean" ? formula : asking(condition, formula);
});

/** What the conditions ask where nothing but constants is known; null where one of them cannot hold. */
export function remainingAnywhere(conditions: readonly Condition[]): Condition[] | null {
  const open: Condition[] = [];
  for (const condition of conditions) {
    const rest = unsettled(condition);
    if (rest === false) return null;
    if (rest !== true) open.push(rest);
  }
  return open;
}

/** The condition surely holds in this world. */
export function isCertain(condition: Condition, world: World): boolean {
  return evaluate(condition.formula, within(world, condition)) === true;
}

/** The conditions that still ask something in this world. */
export function remaining(conditions: readonly Condition[], world: World): Condition[] {
  return conditions.flatMap((condition) => {
    const formula = simplify(condition.formula, within(world, condition));
    return typeof formula === "boolean" ? [] : [asking(condition, formula)];
  });
}

/** The world as the condition's file sees it: its constants are what they are. */
function within(world: World, { home }: Condition): World {
  return firstOf(world, constantWorld(home.constantOf));
}

export function viewGuard({ place, text, exit }: Condition): GuardView {
  return { line: place.line, condition: text, exit: exit?.text ?? null };
}
