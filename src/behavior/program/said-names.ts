/** The names that are looked for in texts: more and more of them, as more and more refs are met. */
export class SoughtNames {
  readonly #known = new Set<string>();
  /** In the order in which they became known. */
  readonly all: string[] = [];

  add(names: Iterable<string>): void {
    for (const name of names) {
      if (this.#known.has(name)) continue;
      this.#known.add(name);
      this.all.push(name);
    }
  }
}

/** Which of the sought names a text says. Each is asked for once, however many refs hold the text. */
export class SaidNames {
  readonly #words: ReadonlySet<string>;
  readonly #said: string[] = [];
  #asked = 0;

  /** @param others names that count as said, whatever the text says */
  constructor(text: string, others: Iterable<string>) {
    this.#words = new Set([...wordsIn(text), ...others]);
  }

  says(name: string): boolean {
    return this.#words.has(name);
  }

  /** In the order in which they became known. */
  among({ all }: SoughtNames): readonly string[] {
    for (; this.#asked < all.length; this.#asked++) {
      const name = all[this.#asked];
      if (name !== undefined && this.#words.has(name)) this.#said.push(name);
    }
    return this.#said;
  }
}

/** Everything in a text that can be a name. Beyond ASCII it takes four times as long to know what a letter is. */
function wordsIn(text: string): Iterable<string> {
  const isAscii = !/[^\0-\x7f]/.test(text);
  return text.match(isAscii ? /[A-Za-z_]\w*/g : /[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}
