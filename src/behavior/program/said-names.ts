/** The names that are looked for in texts: more and more of them, as more and more refs are met. */
export class SoughtNames {
  readonly #known = new Set<string>();
  #added: ReadonlySet<string> | null = null;
  /** In the order in which they became known. */
  readonly all: string[] = [];

  add(names: ReadonlySet<string>): void {
    // File after file of one ref comes with the same names.
    if (names === this.#added) return;
    this.#added = names;
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

  readonly says = (name: string): boolean => this.#words.has(name);

  /** In the order in which they became known. */
  among({ all }: SoughtNames): readonly string[] {
    for (; this.#asked < all.length; this.#asked++) {
      const name = all[this.#asked];
      if (name !== undefined && this.#words.has(name)) this.#said.push(name);
    }
    return this.#said;
  }
}

/** Everything in a text that can be a name. */
function wordsIn(text: string): Iterable<string> {
  return text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}
