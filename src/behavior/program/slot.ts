import type { WantedName } from "./wanted-name.js";

/** How a question is answered. */
export interface Work<Value> {
  readonly run: () => Value;
  /** Reads the sources themselves; otherwise it is answered by asking other questions only. */
  readonly readsSources: boolean;
  /** What is said to those for whom the answer itself waits. */
  readonly whileOpen: { readonly value: Value } | null;
}

export interface Answer<Value> {
  readonly value: Value;
  /** What was asked for it, in order, and what the answers were. */
  readonly asked: readonly { readonly slot: Slot<unknown>; readonly value: unknown }[];
  /** The names that were wanted for it. */
  readonly wanted: readonly WantedName[];
}

/** Answers kept of one question: trees come in families, and each family has its own. */
const MAXIMUM_ANSWERS = 8;

/** One question, and how it was answered lately. */
export class Slot<Value> {
  /** The latest first. */
  answers: readonly Answer<Value>[] = [];
  /** The answer in the present state of the sources, where there is one. */
  present: { readonly answer: Answer<Value>; readonly state: number } | null = null;
  /** The depth at which it is being answered; null while it is not. */
  depth: number | null = null;
  /** The present answer holds only while the question at this depth is open; null where it holds anyway. */
  under: number | null = null;

  constructor(readonly work: Work<Value>) {}

  /** The same value for the same answer, so that those who asked see that nothing has changed. */
  unified(answer: Answer<Value>): Answer<Value> {
    const before = this.answers.find(({ value }) => isSame(value, answer.value));
    return before === undefined ? answer : { ...answer, value: before.value };
  }

  remember(answer: Answer<Value>): void {
    if (this.answers[0] === answer) return;
    this.answers = [answer, ...this.answers.filter((each) => each !== answer)].slice(0, MAXIMUM_ANSWERS);
  }

  /** Keeps the present answer only; false when there is none. */
  forgetOthers(state: number): boolean {
    if (this.present?.state !== state) return false;
    const { answer } = this.present;
    this.answers = this.answers.filter((each) => each === answer);
    return true;
  }
}

/** The same thing, or lists and sets of the same things. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => each === b[index]);
  return a instanceof Set && b instanceof Set && a.size === b.size && [...a].every((each) => b.has(each));
}
