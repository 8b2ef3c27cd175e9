import type { LanguageFrontEnd, ValueDeclaration } from "../../languages/index.js";
import type { FunctionFacts } from "../facts/function-facts.js";
import { walkFunction } from "../facts/walk.js";

/** What a declaration's text says, once for all refs and commits that hold it. */
export type DeclarationFacts =
  | { readonly kind: "function"; readonly facts: FunctionFacts; readonly text: string }
  | { readonly kind: "values"; readonly declaration: ValueDeclaration }
  | { readonly kind: "other" }
  /** Does not parse. `line` counts from 0 within the text. */
  | { readonly kind: "broken"; readonly line: number; readonly message: string };

/** Facts by declaration text, computed at most once per distinct text. */
export class FactTable {
  readonly #facts = new Map<string, DeclarationFacts>();

  constructor(private readonly language: LanguageFrontEnd) {}

  of(text: string): DeclarationFacts {
    let facts = this.#facts.get(text);
    if (facts === undefined) {
      facts = this.#read(text);
      this.#facts.set(text, facts);
    }
    return facts;
  }

  #read(text: string): DeclarationFacts {
    const lowered = this.language.lower(text);
    if (!lowered.ok) return { kind: "broken", line: lowered.line, message: lowered.message };
    const { declaration } = lowered;
    if (declaration.kind === "function")
      return { kind: "function", facts: walkFunction(declaration, this.language.print), text };
    return declaration.kind === "values" ? { kind: "values", declaration } : { kind: "other" };
  }
}
