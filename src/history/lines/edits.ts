import type { Change, NetLine } from "./change.js";
import { likeness, wordsOf } from "./likeness.js";
import { lineKey } from "./line-key.js";

/** From here on, a line on the other side of a hunk is the same line, edited. */
const EDITED = 0.6;
/** Hunks with more lines on a side are rewritten, not edited; comparing all pairs would cost their product. */
const LONGEST_SIDE = 60;

/**
 * Finds, for a line of a change, the lines of the same hunk's other side that
 * look like an edited version of it.
 */
export class Edits {
  readonly #words = new Map<string, string[]>();
  readonly #versions = new Map<NetLine, readonly number[]>();

  constructor(private readonly change: Change) {}

  /** Keys of the edited versions of a line. */
  versions(line: NetLine): readonly number[] {
    let found = this.#versions.get(line);
    if (found === undefined) {
      found = this.#find(line);
      this.#versions.set(line, found);
    }
    return found;
  }

  #find(line: NetLine): number[] {
    const hunk = this.change.hunks[line.hunk];
    const others = (line.count < 0 ? hunk?.added : hunk?.removed) ?? [];
    if (others.length > LONGEST_SIDE) return [];
    const words = this.#wordsOf(line.text);
    return others.filter((other) => likeness(words, this.#wordsOf(other)) >= EDITED).map(lineKey);
  }

  #wordsOf(text: string): string[] {
    let words = this.#words.get(text);
    if (words === undefined) {
      words = wordsOf(text);
      this.#words.set(text, words);
    }
    return words;
  }
}
