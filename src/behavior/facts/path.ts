import type { Expression } from "../../languages/index.js";
import type { Scope } from "./scope.js";

/** A condition as the source has it. Lines count from 0 within the declaration. */
export type Test =
  /** `lead` is the statement before the condition, as written: `_, ok := m[k]`. */
  | {
      readonly kind: "expression";
      readonly expression: Expression;
      readonly lead: string | null;
      readonly scope: Scope;
      readonly line: number;
    }
  /** A switch clause: the subject equals any of the values (or is any of the types). */
  | {
      readonly kind: "case";
      readonly subject: Expression;
      readonly values: readonly Expression[];
      readonly byType: boolean;
      readonly scope: Scope;
      readonly line: number;
    };

/** How a path leaves: what follows is skipped. */
export interface Exit {
  readonly kind: "return" | "continue" | "break" | "goto" | "panic";
  readonly label: string | null;
  /** As written, on one line: `return nil`. */
  readonly text: string;
  /** It hands an error on, so that somebody hears of it; false for a silent skip. */
  readonly error: boolean;
  readonly line: number;
}

/** One thing that must be so for a place to be reached. */
export type Step =
  /** The test came out as `holds`. */
  | { readonly kind: "when"; readonly test: Test; readonly holds: boolean }
  /** The way out under all of `steps` was not taken. */
  | { readonly kind: "unless"; readonly steps: readonly Step[]; readonly exit: Exit }
  /** The branch under all of `steps`, which comes back, was not taken. */
  | { readonly kind: "otherwise"; readonly steps: readonly Step[] }
  | { readonly kind: "loop"; readonly header: string; readonly line: number };

/** The steps to a place, innermost first, sharing their beginnings. */
export interface Path {
  readonly step: Step;
  readonly before: Path | null;
}

/** The steps of a path in source order. */
export function stepsOf(path: Path | null): Step[] {
  const steps: Step[] = [];
  for (let at = path; at !== null; at = at.before) steps.push(at.step);
  return steps.reverse();
}

/** The path with more steps at its end. */
export function followedBy(path: Path | null, steps: readonly Step[]): Path | null {
  return steps.reduce<Path | null>((before, step) => ({ step, before }), path);
}

/** The steps of a path that another path does not share. */
export function stepsBeyond(path: Path | null, other: Path | null): Step[] {
  const shared = new Set(stepsOf(other));
  return stepsOf(path).filter((step) => !shared.has(step));
}
