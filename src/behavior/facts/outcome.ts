import type { Exit, Step } from "./path.js";

/** A way out of a statement: the steps that lead to it from the statement's beginning. */
export interface WayOut {
  readonly steps: readonly Step[];
  readonly exit: Exit;
}

/** What running a statement may lead to. */
export interface Outcome {
  readonly waysOut: readonly WayOut[];
  /** The statement after it can be reached. */
  readonly falls: boolean;
}

export const GOES_ON: Outcome = { waysOut: [], falls: true };

export function leaving(exit: Exit): Outcome {
  return { waysOut: [{ steps: [], exit }], falls: false };
}

/** What one of several branches may lead to. */
export function either(outcomes: readonly Outcome[]): Outcome {
  return {
    waysOut: outcomes.flatMap(({ waysOut }) => waysOut),
    falls: outcomes.some(({ falls }) => falls),
  };
}

/** A branch's outcome seen from outside it; one way out when the whole branch leaves in one manner. */
export function under(steps: readonly Step[], { waysOut, falls }: Outcome): Outcome {
  const last = waysOut.at(-1);
  if (!falls && last !== undefined && waysOut.every((way) => mannerOf(way.exit) === mannerOf(last.exit)))
    return { falls, waysOut: [{ steps, exit: last.exit }] };
  return { falls, waysOut: waysOut.map((way) => ({ steps: [...steps, ...way.steps], exit: way.exit })) };
}

function mannerOf({ kind, label, error }: Exit): string {
  return kind === "return" || kind === "panic" ? `function ${error}` : `${kind} ${label ?? ""}`;
}

/** Takes away the ways out that end inside this statement. */
export function absorb({ waysOut, falls }: Outcome, kinds: readonly Exit["kind"][], label: string | null): Outcome {
  const left = waysOut.filter(
    ({ exit }) => !kinds.includes(exit.kind) || (exit.label !== null && exit.label !== label),
  );
  return { waysOut: left, falls: falls || left.length < waysOut.length };
}

/** Whoever takes one of these ways has left the function, and nothing else happens. */
export function leavesFunction({ waysOut, falls }: Outcome): boolean {
  return !falls && waysOut.every(({ exit }) => exit.kind === "return" || exit.kind === "panic");
}
