import { posix } from "node:path";
import type { LanguageFrontEnd } from "../../languages/index.js";
import type { FunctionFacts } from "../facts/function-facts.js";
import { Addresses } from "./addresses.js";
import { type ConstantView, viewConstants } from "./constant-view.js";
import type { Constants } from "./constants.js";
import type { DeclarationFacts } from "./declaration-facts.js";
import type { FunctionInstance } from "./function-instance.js";
import { Imports } from "./imports.js";
import type { KeptFile } from "./kept-file.js";
import { SaidNames, SoughtNames } from "./said-names.js";

/** A function and the line on which a ref has it. */
export interface FunctionAtLine {
  readonly instance: FunctionInstance;
  /** 1-based. */
  readonly line: number;
}

/**
 * One object for a function wherever it is the same one: the same text in the same file, wherever it
 * stands there, with the same meaning of the imports and constants that it names. What is known of it
 * is then known for all refs that have it.
 */
export class FunctionTable {
  readonly #functions = new WeakMap<FunctionFacts, Map<string, FunctionInstance>>();
  /** As last asked for: of one ref after the other most files are the same. */
  readonly #files = new WeakMap<
    KeptFile,
    { readonly constants: Constants; readonly functions: readonly FunctionAtLine[] }
  >();
  #made = 0;
  readonly #said = new WeakMap<FunctionFacts, SaidNames>();
  /** The names of constants. */
  readonly #sought = new SoughtNames();
  readonly #addresses = new Addresses();

  /** @param names constants that a pack asks for, whatever the texts say */
  constructor(
    private readonly language: LanguageFrontEnd,
    private readonly names: readonly string[],
  ) {}

  /** Characters in the texts of all functions so far, each text once for every place where it stands. */
  get made(): number {
    return this.#made;
  }

  /** The functions of a file, in its order. */
  of(file: KeptFile, constants: Constants): readonly FunctionAtLine[] {
    const known = this.#files.get(file);
    if (known?.constants === constants) return known.functions;
    this.#sought.add(constants.names);
    const functions = this.#functionsOf(file, constants);
    this.#files.set(file, { constants, functions });
    return functions;
  }

  #functionsOf(file: KeptFile, constants: Constants): FunctionAtLine[] {
    const { path } = file;
    const directory = posix.dirname(path);
    const imports = Imports.of(file.imports);
    const twins = new Map<FunctionFacts, number>();
    return file.declarations.flatMap(({ piece, facts }): FunctionAtLine[] => {
      if (facts.kind !== "function") return [];
      const said = this.#saidBy(facts.facts, facts.text);
      const home = { file: path, directory, imports: imports.saidBy(said) };
      const view = viewConstants(said, this.#sought, home, constants);
      const known = this.#functions.get(facts.facts) ?? new Map<string, FunctionInstance>();
      this.#functions.set(facts.facts, known);
      const twin = twins.get(facts.facts) ?? 0;
      twins.set(facts.facts, twin + 1);
      const key = `${path}\n${twin}\n${home.imports.key}\n${view.key}`;
      const instance = known.get(key) ?? this.#make({ ...home, says: said.says }, facts, view);
      known.set(key, instance);
      return [{ instance, line: piece.line }];
    });
  }

  #make(
    home: Pick<FunctionInstance, "file" | "directory" | "imports" | "says">,
    { facts, text }: Extract<DeclarationFacts, { readonly kind: "function" }>,
    { of: constant }: ConstantView,
  ): FunctionInstance {
    this.#made += text.length;
    const { name, receiver } = facts.declaration;
    const constantOf = (qualifier: string | null, wanted: string): string | null => {
      const found = constant(qualifier, wanted);
      return "value" in found ? found.value : null;
    };
    const { print } = this.language;
    const line = this.#addresses.next();
    return { ...home, line, name, receiver: receiver?.type ?? null, facts, text, constant, constantOf, print };
  }

  #saidBy(facts: FunctionFacts, text: string): SaidNames {
    const said = this.#said.get(facts) ?? new SaidNames(text, this.names);
    this.#said.set(facts, said);
    return said;
  }
}
