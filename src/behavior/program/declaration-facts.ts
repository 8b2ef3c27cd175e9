import type { FunctionDeclaration, LanguageFrontEnd, ValueDeclaration } from "../../languages/index.js";
import type { FunctionFacts } from "../facts/function-facts.js";
import { walkFunction } from "../facts/walk.js";

/** What a declaration's text says, once for all refs and commits that hold it. */
export type DeclarationFacts =
  | { readonly kind: "function"; readonly facts: FunctionFacts; readonly text: string }
  | { readonly kind: "values"; readonly declaration: ValueDeclaration }
  | { readonly kind: "other" }
  /** Does not parse. `line` counts from 0 within the text. */
  | { readonly kind: "broken"; readonly line: number; readonly message: string };

/** Facts of this many characters of source are held at once, some 60 MB of trees. */
const MAXIMUM_TEXT = 1_500_000;

/**
 * Facts by declaration text: computed once per distinct text, and again only
 * for texts that were not asked for in a long while. A history holds thousands
 * of versions of one function, and needs them one after the other.
 */
export class FactTable {
  /** In the order in which they were last asked for. */
  readonly #facts = new Map<string, DeclarationFacts>();
  readonly #texts = new Map<string, { readonly text: string; readonly number: number }>();
  #held = 0;

  constructor(private readonly language: LanguageFrontEnd) {}

  /** One string and one number for all copies of a text. */
  intern(text: string): { readonly text: string; readonly number: number } {
    const known = this.#texts.get(text) ?? { text, number: this.#texts.size };
    this.#texts.set(known.text, known);
    return known;
  }

  of(text: string): DeclarationFacts {
    const known = this.#facts.get(text);
    const facts = known ?? this.#read(text);
    this.#facts.delete(text);
    this.#facts.set(text, facts);
    if (known === undefined) this.#makeRoom(text.length);
    return facts;
  }

  #makeRoom(length: number): void {
    this.#held += length;
    for (const oldest of this.#facts.keys()) {
      if (this.#held <= MAXIMUM_TEXT || this.#facts.size === 1) return;
      this.#facts.delete(oldest);
      this.#held -= oldest.length;
    }
  }

  /** A body is walked when somebody asks for it: of many functions the words tell enough. */
  #whenAsked(declaration: FunctionDeclaration): FunctionFacts {
    let walked: FunctionFacts | null = null;
    const body = (): FunctionFacts => {
      walked ??= walkFunction(declaration, this.language.print);
      return walked;
    };
    return {
      declaration,
      get scope() {
        return body().scope;
      },
      get sites() {
        return body().sites;
      },
      get returns() {
        return body().returns;
      },
    };
  }

  #read(text: string): DeclarationFacts {
    const lowered = this.language.lower(text);
    if (!lowered.ok) return { kind: "broken", line: lowered.line, message: lowered.message };
    const { declaration } = lowered;
    if (declaration.kind === "function") return { kind: "function", facts: this.#whenAsked(declaration), text };
    return declaration.kind === "values" ? { kind: "values", declaration } : { kind: "other" };
  }
}
