/**
 * How rare a line is, from 1 (at most three commits ever touched it) down to 0.
 *
 * It depends on the number of commits alone, not on the length of the
 * history, so that a question put to a few files gets nearly the weights of the whole.
 */
export function rarity(commits: number): number {
  return commits <= COMMON_FROM ? 1 : 1 / (1 + Math.log2(commits / COMMON_FROM));
}

/** Added, taken back, added again: still one story. */
const COMMON_FROM = 3;
