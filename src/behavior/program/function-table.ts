import { posix } from "node:path";
import type { LanguageFrontEnd } from "../../languages/index.js";
import type { FunctionFacts } from "../facts/function-facts.js";
import { viewConstants, wordsIn } from "./constant-view.js";
import type { Constants } from "./constants.js";
import type { FunctionInstance } from "./function-instance.js";
import { Imports } from "./imports.js";
import type { KeptFile } from "./kept-file.js";

/**
 * One object for a function wherever it is the same one: the same text at the same place of the same
 * file, with the same imports and constants. What is known of it is then known for all refs that have it.
 */
export class FunctionTable {
  readonly #functions = new WeakMap<FunctionFacts, Map<string, FunctionInstance>>();
  readonly #words = new WeakMap<FunctionFacts, ReadonlySet<string>>();

  /** @param names constants that a pack asks for, whatever the texts say */
  constructor(
    private readonly language: LanguageFrontEnd,
    private readonly names: readonly string[],
  ) {}

  /** The functions of a file, in its order. */
  of(file: KeptFile, constants: Constants): FunctionInstance[] {
    const { path } = file;
    const home = { file: path, directory: posix.dirname(path), imports: new Imports(file.imports) };
    const imports = JSON.stringify(file.imports);
    return file.declarations.flatMap(({ piece, facts }): FunctionInstance[] => {
      if (facts.kind !== "function") return [];
      const view = viewConstants(this.#wordsOf(facts.facts, facts.text), home, constants);
      const known = this.#functions.get(facts.facts) ?? new Map<string, FunctionInstance>();
      this.#functions.set(facts.facts, known);
      const key = `${path}\n${piece.line}\n${imports}\n${view.key}`;
      const { name, receiver } = facts.facts.declaration;
      const instance = known.get(key) ?? {
        ...home,
        name,
        receiver: receiver?.type ?? null,
        facts: facts.facts,
        text: facts.text,
        line: piece.line,
        constant: view.of,
        constantOf: (qualifier, constant) => {
          const found = view.of(qualifier, constant);
          return "value" in found ? found.value : null;
        },
        print: this.language.print,
      };
      known.set(key, instance);
      return [instance];
    });
  }

  #wordsOf(facts: FunctionFacts, text: string): ReadonlySet<string> {
    const words = this.#words.get(facts) ?? new Set([...wordsIn(text), ...this.names]);
    this.#words.set(facts, words);
    return words;
  }
}
