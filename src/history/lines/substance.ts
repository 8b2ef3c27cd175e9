/**
 * How much a line says by itself, from 0 (a bracket, `return nil`, `if err != nil {`)
 * to 1: the length of its distinct words that no other line is sure to have.
 */
export function substance(text: string): number {
  let letters = 0;
  const seen: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    if (EVERYDAY.has(word) || seen.includes(word)) continue;
    seen.push(word);
    letters += Math.min(word.length, LONG_WORD);
    if (letters >= FULL) return 1;
  }
  return letters / FULL;
}

/** Letters of distinct words from which a line counts fully: two names and a short one. */
const FULL = 24;
/** A word says no more for being longer. */
const LONG_WORD = 12;
const WORD = /[\p{L}\p{N}_]+/gu;

/** Words of the languages themselves and of the idioms that fill every file. */
const EVERYDAY: ReadonlySet<string> = new Set(
  `a an and as async await bool boolean break by case catch chan class const constructor continue def default defer do done
  elif else end enum err error errors esac except export extends false fi final finally float fmt fn for from func function
  go goto if impl implements import in include int int32 int64 interface is it let let's local log map match mod mut namespace
  new nil none None not null of ok on or package pass private protected pub public raise range readonly ref return select self
  static string struct super switch t template test the then this throw throws to true try type typeof undefined union unless
  until use uses using val var void when where while with yield i j k n v x 0 1 2`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
