/** The matrix: what every ref does at every stage. The JSON contract `volteface/matrix@1`; fields may be added, never changed. */

/** What code does to a key. `value` only for set. `line` is 1-based in the file of the function that does it. */
export interface Effect {
  readonly action: "set" | "delete";
  readonly key: string;
  readonly value?: string;
  readonly line: number;
}

export type Confidence = "exact" | "derived" | "configured";

export type Scalar = string | number | boolean;

/** A condition on the path. `exit` tells how the path leaves when the condition holds; null for an enclosing condition. */
export interface GuardView {
  readonly line: number;
  readonly condition: string;
  readonly exit: string | null;
}

export interface Trigger {
  readonly kind: string;
  readonly value: string;
  readonly expression: string;
}

/** A place in a file of a ref. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly function: string;
}

export interface CallView extends Place {
  readonly operation: string;
  /** Only the arguments that decide effects. */
  readonly arguments: Readonly<Record<string, Scalar>>;
  /** Null for a call with no stage. */
  readonly trigger: Trigger | null;
  readonly guards: readonly GuardView[];
  /** The innermost loop's header around the call, or null. */
  readonly loop: string | null;
  readonly confidence: Confidence;
  readonly effects: readonly Effect[];
  /** Runs when the function ends, or beside it. */
  readonly when: "now" | "deferred" | "concurrent";
  /** The callers through which the stage was found, outermost last; empty when the guard stands in the same function. */
  readonly via: readonly Place[];
}

export type RefStatus = "ok" | "incomplete" | "unreadable";

export interface RefView {
  readonly ref: string;
  readonly commit: string;
  readonly status: RefStatus;
  readonly problems: readonly string[];
}

export type Verdict = "baseline" | "identical" | "equivalent" | "differs" | "only-here" | "absent";

export interface OperationView {
  readonly ref: string;
  readonly operation: string;
  readonly function: string;
  /** Null where the operation is absent or a library's. */
  readonly file: string | null;
  readonly line: number | null;
  /** Against the first ref. */
  readonly verdict: Verdict;
  readonly cases: readonly { readonly when: Readonly<Record<string, Scalar>>; readonly effects: readonly Effect[] }[];
  readonly guards: readonly GuardView[];
}

export interface CellView {
  readonly ref: string;
  readonly stage: string;
  readonly calls: readonly CallView[];
  /** Per key, after all calls in order: `set:VALUE`, `delete` or `unchanged`. */
  readonly net: Readonly<Record<string, string>>;
}

export interface WriterView extends Place {
  readonly ref: string;
  readonly effects: readonly Effect[];
  readonly calledFrom: readonly Place[];
}

export interface UnplacedView extends CallView {
  readonly ref: string;
}

export type DifferenceKind = "calls" | "effects" | "trigger" | "guards" | "missing";

/** How `refs` differ from the first ref at a stage, or in an operation (stage null). One generated sentence each. */
export interface Difference {
  readonly stage: string | null;
  readonly operation: string | null;
  /** The call that differs, with its arguments, where only one does: `Reset(false)`. */
  readonly call: string | null;
  readonly refs: readonly string[];
  readonly kind: DifferenceKind;
  /** English; renderers build the sentence in the reader's language from the other fields. */
  readonly summary: string;
  /** The cell's text on the first ref and on `refs`, as a timeline would write it: `Reset(false)`, `—`. */
  readonly before: string;
  readonly after: string;
}

export interface Matrix {
  readonly format: "volteface/matrix@1";
  readonly behavior: string;
  readonly refs: readonly RefView[];
  readonly stages: readonly string[];
  readonly operations: readonly OperationView[];
  readonly cells: readonly CellView[];
  readonly writers: readonly WriterView[];
  readonly unplaced: readonly UnplacedView[];
  readonly differences: readonly Difference[];
}
