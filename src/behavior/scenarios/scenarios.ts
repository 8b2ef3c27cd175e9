import type { RefStatus } from "../matrix.js";

/** What stories come to on each ref. The JSON contract `volteface/scenario@1`; fields may be added, never changed. */
export interface Scenarios {
  readonly format: "volteface/scenario@1";
  readonly behavior: string;
  readonly refs: readonly string[];
  readonly scenarios: readonly PlayedScenario[];
}

export interface PlayedScenario {
  readonly title: string;
  readonly steps: readonly {
    readonly stage: string;
    /** What this step lets the pack's values stand for. */
    readonly bindings: Readonly<Record<string, string>>;
  }[];
  readonly expect: readonly ExpectedKey[];
  readonly on: readonly PlayedOn[];
}

/** A value, null for absent, or a list of which any will do. */
export type ExpectedValue = string | null | readonly (string | null)[];

export interface ExpectedKey {
  readonly key: string;
  readonly expected: ExpectedValue;
}

/** The story on one ref. */
export interface PlayedOn {
  readonly ref: string;
  readonly commit: string;
  /** What could not be read may have done something, too. */
  readonly status: RefStatus;
  /** The ref does something at some stage; where it does not, nothing is expected of it. */
  readonly applies: boolean;
  /** After each step what each key is set to; null for absent. */
  readonly states: readonly Readonly<Record<string, string | null>>[];
  /** What is called at each step, as a cell is written: `Reset(false)`, `—`. */
  readonly calls: readonly string[];
  /** Calls that did nothing, because of what the keys were. `step` counts from 1. */
  readonly skipped: readonly SkippedCall[];
  /** Conditions that no key answers: each was taken to hold. */
  readonly assumptions: readonly Assumption[];
  readonly failed: readonly FailedExpectation[];
}

export interface SkippedCall {
  readonly step: number;
  readonly call: string;
  /** What would have had to hold, as written. */
  readonly condition: string;
}

export interface Assumption {
  readonly call: string;
  readonly condition: string;
}

export interface FailedExpectation extends ExpectedKey {
  readonly actual: string | null;
}
