import type { RefBehavior } from "../../behavior/index.js";
import type { Line } from "../../history/index.js";
import type { LineStates } from "./line-states.js";

/** Hands out the behaviors of a scan in the order in which its trees were given. */
export class LineBehaviors {
  #next = 0;

  constructor(
    private readonly behaviors: readonly RefBehavior[],
    /** Blobs that could not be read. */
    private readonly unread: ReadonlyMap<string, unknown>,
  ) {}

  /** The next line: its start and its states. */
  line({ states }: LineStates): Line {
    const start = this.#take();
    const points = states.map(({ record, tree }) => ({ record, tree, behavior: this.#take() }));
    // What cannot be read is unknown: such a commit tells nothing, and the next one that can be read tells all.
    const readable = points.filter(
      ({ tree, behavior }) => behavior.problems.length === 0 && !tree.some(({ blob }) => this.unread.has(blob)),
    );
    return { start, points: readable.map(({ record, behavior }) => ({ record, behavior })) };
  }

  /** The next trees that are on no line. */
  others(count: number): readonly RefBehavior[] {
    return Array.from({ length: count }, () => this.#take());
  }

  #take(): RefBehavior {
    const behavior = this.behaviors[this.#next++];
    if (behavior === undefined) throw new Error("a scan has a behavior for every tree");
    return behavior;
  }
}

/** The trees of a line, in the order in which `LineBehaviors` expects them. */
export function treesOfLine({ start, states }: LineStates): LineStates["start"][] {
  return [start, ...states.map(({ tree }) => tree)];
}
