import type { Expression } from "../../languages/index.js";
import { saysError } from "../facts/errors.js";
import type { Exit, Path, Step, Test } from "../facts/path.js";
import { stepsOf } from "../facts/path.js";
import type { GuardView, Place } from "../matrix.js";
import { constantValue } from "../terms/match.js";
import { type ConstantLookup, termKey } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";
import { atomsOf, evaluate, type Formula, formulaOfStep, mapFormula, not, simplify, type World } from "./formula.js";
import { constantWorld, firstOf } from "./worlds.js";

/** One condition on the way to a place, ready to be judged, compared and shown. */
export interface Condition {
  /** Must come out true for the place to be reached. */
  readonly formula: Formula;
  /** As written; for an early exit the condition under which the path leaves. */
  readonly text: string;
  readonly exit: Exit | null;
  readonly place: Place;
  /** Resolves the constants of the file the condition stands in. */
  readonly constantOf: ConstantLookup;
}

/** Where a path's function stands, to give its conditions absolute places. */
export interface Standing {
  readonly file: string;
  /** 1-based line of the declaration. */
  readonly line: number;
  readonly function: string;
  readonly print: (expression: Expression) => string;
  readonly constantOf: ConstantLookup;
}

/** The conditions of a path in source order; loops are no conditions. */
export function conditionsOf(path: Path | null, standing: Standing): Condition[] {
  return stepsOf(path)
    .filter((step) => step.kind !== "loop")
    .map((step) => ({
      formula: isOnError(step) ? ON_ERROR : formulaOfStep(step),
      text: textOf(step, standing.print),
      exit: step.kind === "unless" ? step.exit : null,
      place: { file: standing.file, line: standing.line + lineOf(step), function: standing.function },
      constantOf: standing.constantOf,
    }));
}

/** A call on an error path is another thing than the same call on the way on, whatever the error. */
const ON_ERROR: Formula = { kind: "atom", term: { kind: "other", text: "‹error›" }, noise: false };

function isOnError(step: Step): boolean {
  return step.kind === "when" && step.test.kind === "expression" && saysError(step.test.expression, step.holds);
}

/** The loops around a place, outermost first. */
export function loopsOf(path: Path | null): string[] {
  return stepsOf(path).flatMap((step) => (step.kind === "loop" ? [step.header] : []));
}

export function mapCondition(condition: Condition, replace: (term: Term) => Term | null): Condition {
  return { ...condition, formula: mapFormula(condition.formula, replace) };
}

/** Every condition may hold in this world. */
export function isPossible(conditions: readonly Condition[], world: World): boolean {
  return conditions.every((condition) => evaluate(condition.formula, within(world, condition)) !== false);
}

/** The conditions that still ask something in this world. */
export function remaining(conditions: readonly Condition[], world: World): Condition[] {
  const given = firstOf(world, equalities(conditions));
  return conditions.flatMap((condition) => {
    const isGiven = condition.formula.kind === "atom" && condition.formula.term.kind === "binary";
    const formula = simplify(condition.formula, within(isGiven ? world : given, condition));
    return typeof formula === "boolean" ? [] : [{ ...condition, formula }];
  });
}

/** The world as the condition's file sees it: its constants are what they are. */
function within(world: World, { constantOf }: Condition): World {
  return firstOf(world, constantWorld(constantOf));
}

/** What equals one constant equals no other. */
function equalities(conditions: readonly Condition[]): World {
  const values = new Map<string, string>();
  for (const { formula, constantOf } of conditions) {
    const pair = formula.kind === "atom" ? comparedWith(formula.term, constantOf) : null;
    if (pair !== null) values.set(pair.key, pair.value);
  }
  if (values.size === 0) return () => null;
  const [{ constantOf } = { constantOf: () => null }] = conditions;
  return (term) => {
    const pair = comparedWith(term, constantOf);
    const value = pair === null ? undefined : values.get(pair.key);
    return pair === null || value === undefined ? null : value === pair.value;
  };
}

function comparedWith(term: Term, constantOf: ConstantLookup): { key: string; value: string } | null {
  if (term.kind !== "binary" || term.operator !== "==") return null;
  for (const [side, other] of [
    [term.left, term.right],
    [term.right, term.left],
  ] as const) {
    const value = constantValue(other, constantOf);
    if (value !== null) return { key: termKey(side, constantOf), value };
  }
  return null;
}

/**
 * What the conditions ask, as a sorted set of texts: equal for two places
 * exactly when the same must hold there. Error handling is left out, and so is
 * a check for nil or for a type that ends in an error. Whether a path
 * is left silently or with an error counts: the second is heard of and retried.
 */
export function conditionKeys(conditions: readonly Condition[]): string[] {
  const keys = new Set<string>();
  for (const condition of conditions) {
    const error = condition.exit?.error ?? false;
    for (const literal of literalsOf(condition.formula)) {
      const key = formulaKey(literal, condition.constantOf);
      if (key === null || (error && asksForPresence(literal))) continue;
      keys.add(error ? `${key} ⇒ error` : key);
    }
  }
  return [...keys].sort();
}

/** Conditions that ask only about errors are not shown either. */
export function isTelling(condition: Condition): boolean {
  return conditionKeys([condition]).length > 0;
}

export function viewGuard({ place, text, exit }: Condition): GuardView {
  return { line: place.line, condition: text, exit: exit?.text ?? null };
}

function literalsOf(formula: Formula): Formula[] {
  if (formula.kind === "and") return formula.parts.flatMap(literalsOf);
  if (formula.kind === "not" && formula.of.kind === "or")
    return formula.of.parts.flatMap((part) => literalsOf(not(part)));
  if (formula.kind === "not" && formula.of.kind === "not") return literalsOf(formula.of.of);
  if (
    formula.kind === "not" &&
    formula.of.kind === "and" &&
    formula.of.parts.length === 1 &&
    formula.of.parts[0] !== undefined
  ) {
    return literalsOf(not(formula.of.parts[0]));
  }
  return [formula];
}

/** Null for a formula that asks only about noise. */
function formulaKey(formula: Formula, constantOf: ConstantLookup): string | null {
  switch (formula.kind) {
    case "atom":
      return formula.noise ? null : termKey(formula.term, constantOf);
    case "not": {
      const key = formulaKey(formula.of, constantOf);
      return key === null ? null : `!${key}`;
    }
    default: {
      const keys = formula.parts.map((part) => formulaKey(part, constantOf)).filter((key) => key !== null);
      if (keys.length === 0) return null;
      return keys.length === 1 && keys[0] !== undefined
        ? keys[0]
        : `(${[...new Set(keys)].sort().join(formula.kind === "and" ? " && " : " || ")})`;
    }
  }
}

/** Whether something is there at all: nil, absent, of another type. */
function asksForPresence(literal: Formula): boolean {
  const formula = literal.kind === "not" ? literal.of : literal;
  if (formula.kind !== "atom") return false;
  if (formula.term.kind === "has") return formula.term.of.kind === "assertion";
  if (formula.term.kind !== "binary") return false;
  return [formula.term.left, formula.term.right].some((side) => side.kind === "constant" && side.type === "nil");
}

function textOf(step: Step, print: (expression: Expression) => string): string {
  switch (step.kind) {
    case "loop":
      return step.header;
    case "when": {
      const text = textOfTest(step.test, print);
      return step.holds ? text : `!(${text})`;
    }
    case "unless":
      return conjunction(
        step.steps.filter((each) => each.kind !== "when" || atomsOf(formulaOfStep(each)).length > 0),
        print,
      );
  }
}

function conjunction(steps: readonly Step[], print: (expression: Expression) => string): string {
  const texts = steps.map((each) => textOf(each, print));
  return texts.length === 1 ? (texts[0] ?? "") : texts.map(bracketed).join(" && ");
}

/** Keeps an alternative together where it becomes part of a conjunction. */
function bracketed(text: string): string {
  return text.includes(" || ") && !text.startsWith("!(") ? `(${text})` : text;
}

function textOfTest(test: Test, print: (expression: Expression) => string): string {
  if (test.kind === "expression")
    return test.lead === null ? print(test.expression) : `${test.lead}; ${print(test.expression)}`;
  const subject = print(test.subject);
  return test.values.map((value) => `${subject} ${test.byType ? "is" : "=="} ${print(value)}`).join(" || ");
}

function lineOf(step: Step): number {
  if (step.kind === "loop") return step.line;
  if (step.kind === "when") return step.test.line;
  const first = step.steps.find((each) => each.kind !== "loop");
  return first === undefined ? step.exit.line : lineOf(first);
}
