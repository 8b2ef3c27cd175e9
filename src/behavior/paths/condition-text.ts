import type { Expression } from "../../languages/index.js";
import type { Step, Test } from "../facts/path.js";
import { atomsOf, formulaOfStep } from "./formula.js";

type Print = (expression: Expression) => string;

/** How a step reads. */
export interface StepTexts {
  /** As written; for an early exit the condition under which the path leaves. */
  readonly text: string;
  /** What must hold for the path to go on behind it. */
  readonly required: string;
  /** The line a reader looks at, counted from 0 within the declaration. */
  readonly line: number;
}

const known = new WeakMap<Step, StepTexts>();

/** A step belongs to one text, so this is worked out once. */
export function textsOf(step: Step, print: Print): StepTexts {
  const before = known.get(step);
  if (before !== undefined) return before;
  const texts = { text: stepText(step, print), required: requiredText(step, print), line: stepLine(step) };
  known.set(step, texts);
  return texts;
}

function stepText(step: Step, print: Print): string {
  switch (step.kind) {
    case "loop":
      return step.header;
    case "when":
      return step.holds ? testText(step.test, print) : negatedTest(step.test, print);
    case "unless":
    case "otherwise":
      return conjunction(tellingSteps(step.steps), print);
  }
}

function requiredText(step: Step, print: Print): string {
  if (step.kind === "loop" || step.kind === "when") return stepText(step, print);
  const steps = tellingSteps(step.steps);
  const [only, ...others] = steps;
  const text =
    only?.kind === "when" && others.length === 0
      ? only.holds
        ? negatedTest(only.test, print)
        : testText(only.test, print)
      : `!(${conjunction(steps, print)})`;
  return step.kind === "unless" && step.exit.error ? `${text}, else error` : text;
}

function stepLine(step: Step): number {
  switch (step.kind) {
    case "loop":
      return step.line;
    case "when":
      return step.test.line;
    default: {
      const first = step.steps.find(({ kind }) => kind !== "loop");
      if (first !== undefined) return stepLine(first);
      return step.kind === "unless" ? step.exit.line : 0;
    }
  }
}

/** Those that ask about more than errors, if there are any. */
function tellingSteps(steps: readonly Step[]): readonly Step[] {
  const telling = steps.filter((step) => step.kind !== "when" || atomsOf(formulaOfStep(step)).length > 0);
  return telling.length > 0 ? telling : steps;
}

function conjunction(steps: readonly Step[], print: Print): string {
  const texts = steps.map((each) => stepText(each, print));
  return texts.length === 1 ? (texts[0] ?? "") : texts.map(bracketed).join(" && ");
}

/** Keeps an alternative together where it becomes part of a conjunction. */
function bracketed(text: string): string {
  return text.includes(" || ") && !text.startsWith("!(") ? `(${text})` : text;
}

function testText(test: Test, print: Print): string {
  if (test.kind === "expression") return withLead(test.lead, print(test.expression));
  const subject = print(test.subject);
  return test.values.map((value) => `${subject} ${test.byType ? "is" : "=="} ${print(value)}`).join(" || ");
}

function negatedTest(test: Test, print: Print): string {
  if (test.kind === "expression") return withLead(test.lead, print(negated(test.expression)));
  const subject = print(test.subject);
  return test.values.map((value) => `${subject} ${test.byType ? "is not" : "!="} ${print(value)}`).join(" && ");
}

function withLead(lead: string | null, condition: string): string {
  return lead === null ? condition : `${lead}; ${condition}`;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

/** The expression that is true when this one is false. */
function negated(expression: Expression): Expression {
  if (expression.kind === "unary" && expression.operator === "!") return expression.operand;
  const operator = expression.kind === "binary" ? OPPOSITE[expression.operator] : undefined;
  if (expression.kind === "binary" && operator !== undefined) return { ...expression, operator };
  return { ...expression, kind: "unary", operator: "!", operand: expression };
}
