import type { Text } from "../text.js";

/** What is so, and the question that it raises; nothing is asked where a pack's author has written the words. */
export interface Raised {
  readonly fact: Text;
  readonly question: Text;
}

export function raise(fact: Text, question: Text): Raised {
  return { fact, question };
}
