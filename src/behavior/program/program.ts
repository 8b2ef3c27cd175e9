import type { LanguageFrontEnd } from "../../languages/index.js";
import { indexOf } from "../facts/site-index.js";
import type { Term } from "../terms/term.js";
import { typeOfTerm } from "../terms/term-type.js";
import { type Address, Lines } from "./addresses.js";
import { Constants, type NamedConstant } from "./constants.js";
import type { FunctionInstance } from "./function-instance.js";
import { FunctionTable } from "./function-table.js";
import type { KeptFile } from "./kept-file.js";
import type { Memory, Question } from "./memory.js";
import { type Callee, resolveCallee, resultsOf } from "./resolve-callee.js";

/** A declaration that does not parse: what it does is unknown. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** So many characters of functions are made before what the last ref does not have is forgotten. */
const MAXIMUM_MADE = 1_000_000;

/** What the kept declarations of one ref are together; of one ref after the other. */
export class Program {
  /** In the order of files and lines. */
  readonly functions: Question<[], readonly FunctionInstance[]>;
  readonly named: Question<[name: string], readonly FunctionInstance[]>;
  /** The functions that call or mention something of the name. */
  readonly naming: Question<[name: string], readonly FunctionInstance[]>;
  readonly #table: FunctionTable;
  /** What the table had made when the memory last forgot. */
  #remembered = 0;
  #functions: readonly FunctionInstance[] = [];
  #lines = new Lines();
  #files: readonly KeptFile[] = [];
  #declaring: readonly KeptFile[] = [];
  #constants = new Constants([]);

  /** @param constants the names of constants that a pack asks for */
  constructor(
    private readonly memory: Memory,
    language: LanguageFrontEnd,
    constants: readonly string[],
  ) {
    this.#table = new FunctionTable(language, constants);
    this.functions = memory.source(() => this.#functions);
    this.named = memory.source((wanted) => this.#functions.filter(({ name }) => name === wanted));
    this.naming = memory.source((name) =>
      this.#functions.filter(({ says, facts }) => says(name) && indexOf(facts).byName.has(name)),
    );
  }

  /** From now on it is the program of these files. */
  become(files: readonly KeptFile[]): void {
    if (this.#table.made - this.#remembered > MAXIMUM_MADE) {
      this.memory.forgetUnused();
      this.#remembered = this.#table.made;
    }
    this.#files = files;
    const declaring = files.filter(declaresConstants);
    if (!isSame(declaring, this.#declaring)) {
      this.#declaring = declaring;
      this.#constants = new Constants(declaring);
    }
    const standing = files
      .flatMap((file) => this.#table.of(file, this.#constants))
      .sort((a, b) => compareText(a.instance.file, b.instance.file) || a.line - b.line);
    const functions = standing.map(({ instance }) => instance);
    // Whatever else has changed, the same functions do the same.
    if (!isSame(functions, this.#functions)) {
      this.#functions = functions;
      this.memory.renew();
    }
    this.#lines = new Lines();
    for (const { instance, line } of standing) this.#lines.put(instance.line, line);
  }

  /** The line in its file, 1-based, at which an address is in the present ref. */
  lineAt(address: Address): number {
    return this.#lines.at(address);
  }

  get problems(): Problem[] {
    return this.#files.flatMap(problemsOf);
  }

  resolve(callee: Term, from: FunctionInstance): Callee {
    return resolveCallee(callee, from, this);
  }

  /** The bare type a term is known to have, also through the declared results of a called function. */
  typeOf(term: Term, from: FunctionInstance): string | null {
    return typeOfTerm(term, resultsOf(from, this));
  }

  /** The constants that stand for the text. */
  constantsWith(value: string): readonly NamedConstant[] {
    return this.#constants.with(value);
  }
}

function problemsOf({ path, declarations }: KeptFile): Problem[] {
  return declarations.flatMap(({ piece, facts }) =>
    facts.kind === "broken" ? [{ file: path, line: piece.line + facts.line, message: facts.message }] : [],
  );
}

function declaresConstants({ declarations }: KeptFile): boolean {
  return declarations.some(({ facts }) => facts.kind === "values");
}

function isSame<Item>(items: readonly Item[], others: readonly Item[]): boolean {
  return items.length === others.length && items.every((item, index) => item === others[index]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
