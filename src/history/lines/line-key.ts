/** The key of a line without text. */
export const BLANK = 0;

/**
 * The identity of a line: a 53-bit number of its text without any white space,
 * so that indentation, alignment and line ends do not matter.
 *
 * Two lanes of FNV-1a (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv) with different
 * offsets, each stirred at the end. Among three million different lines, two
 * get one key with a chance of 1 in 2,000.
 */
export function lineKey(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  let blank = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0) continue;
    blank = false;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 15);
  }
  return blank ? BLANK : joinLanes(stir(low), stir(high));
}

/** A key that depends on several keys and their sides, not on their order. */
export class BlockKey {
  #low = 0;
  #high = 0;

  add(key: number): void {
    const low = stir(key >>> 0);
    const high = stir(Math.floor(key / 0x1_0000_0000) ^ low);
    this.#low = (this.#low + low) | 0;
    this.#high = (this.#high + high) | 0;
  }

  /** The key of a hunk that turns `removed` into `added`; swapped, that of its exact inverse. */
  static ofHunk(removed: BlockKey, added: BlockKey): number {
    const low = stir(removed.#low) ^ Math.imul(stir(added.#low ^ 0x5bd1e995), 0x27d4eb2f);
    const high = stir(removed.#high) ^ Math.imul(stir(added.#high ^ 0x165667b1), 0x9e3779b1);
    return joinLanes(stir(low), stir(high ^ low));
  }
}

/** The final mix of MurmurHash3: https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp */
function stir(lane: number): number {
  let mixed = lane;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function joinLanes(low: number, high: number): number {
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
}
