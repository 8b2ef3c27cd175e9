import type { Condition } from "../paths/condition.js";
import { atomsOf, visitTerms } from "../paths/formula.js";
import { partsOf, type Term, visitTerm } from "../terms/term.js";
import type { NamedConstant } from "./constants.js";
import { type FunctionInstance, isExported } from "./function-instance.js";
import type { Memory } from "./memory.js";
import type { WantedName } from "./wanted-name.js";

/** The names an evaluation missed. What is known already is wanted no more by whoever reads the list. */
export class Wanted {
  constructor(private readonly memory: Memory) {}

  /** Each once. */
  get names(): WantedName[] {
    return [...new Map(this.memory.wanted.map((each) => [`${each.name}\n${each.within ?? ""}`, each])).values()];
  }

  /** Who calls this function, or hands it on? */
  callersOf({ name, receiver, directory }: FunctionInstance): void {
    if (receiver === null) this.#users(name, directory);
    else this.#selected(name, isExported(name) ? null : directory);
  }

  /** Who writes the key by the name of this constant? */
  usersOf({ name, directory }: NamedConstant): void {
    this.#users(name, directory);
  }

  /** Who replaces a field as a whole? The formatter of the sources knows one way to write it. */
  replacementsOf(field: string): void {
    this.#add(`.${field} = `, null);
  }

  /** Other packages write a dot before the name; one that is not exported can only be used in its own package. */
  #users(name: string, directory: string): void {
    this.#add(name, directory);
    if (isExported(name)) this.#selected(name, null);
  }

  /** A name behind a dot. A long chain of calls has the dot at the end of the line before. */
  #selected(name: string, within: string | null): void {
    this.#add(`.${name}`, within);
    this.#add(`\t${name}(`, within);
  }

  /** Has another type a method of this name? */
  namesakesOf({ name, directory }: FunctionInstance): void {
    this.#add(methodNamed(name), isExported(name) ? null : directory);
  }

  /** What values do the constants have that conditions ask about? */
  constantsIn(conditions: readonly Condition[]): void {
    for (const { formula, home } of conditions) for (const atom of atomsOf(formula)) this.constants(atom, home);
  }

  /** What values do the constants have that a term is made of? */
  constants(term: Term, from: FunctionInstance): void {
    this.#constant(term, from);
    const parts = term.kind === "call" && term.callee.kind === "symbol" ? term.arguments : partsOf(term);
    for (const part of parts) this.constants(part, from);
  }

  #constant(term: Term, from: FunctionInstance): void {
    if (term.kind !== "symbol" || term.value !== undefined) return;
    const found = from.constant(term.qualifier, term.name);
    if ("missing" in found && found.missing !== null && !PREDECLARED.has(found.missing.name))
      this.#add(found.missing.name, found.missing.within);
  }

  /** What do the helpers return whose results conditions test? */
  helpersIn(conditions: readonly Condition[]): void {
    for (const { formula, home } of conditions) visitTerms(formula, (term) => this.#helper(term, home));
  }

  /** What does a function pass on: constants, and the answers of helpers? */
  passed(terms: readonly Term[], from: FunctionInstance): void {
    for (const term of terms) {
      this.constants(term, from);
      visitTerm(term, (each) => this.#helper(each, from));
    }
  }

  #helper(term: Term, from: FunctionInstance): void {
    if (term.kind === "call") this.callee(term.callee, from);
    if (term.kind !== "local") return;
    for (const source of term.sources()) {
      if (source.kind !== "value") continue;
      const call = source.value.kind === "part" ? source.value.of : source.value;
      if (call.kind === "call") this.callee(call.callee, from);
    }
  }

  /** Of what type is an object that a function gave? */
  typeOf(term: Term, from: FunctionInstance): void {
    const call = term.kind === "part" ? term.of : term;
    if (call.kind === "call") this.callee(call.callee, from);
  }

  /** The declaration of a function of the same package, or of another one by its import. */
  callee(callee: Term, from: FunctionInstance): void {
    if (callee.kind === "symbol") this.#symbol(callee, from);
    else if (callee.kind !== "member") return;
    else if (callee.object.kind === "receiver" || !isExported(callee.name))
      this.#add(methodNamed(callee.name), from.directory);
  }

  #symbol({ qualifier, name }: Term & { kind: "symbol" }, from: FunctionInstance): void {
    if (qualifier === null) {
      if (!PREDECLARED.has(name)) this.#add(functionNamed(name), from.directory);
      return;
    }
    const path = from.imports.packageOf(qualifier);
    if (path !== null) this.#add(functionNamed(name), path);
  }

  #add(name: string, within: string | null): void {
    this.memory.want({ name, within });
  }
}

/** What a method's declaration says and hardly anything else: the receiver stands before the name. */
function methodNamed(name: string): string {
  return `) ${name}(`;
}

function functionNamed(name: string): string {
  return `func ${name}`;
}

/** https://go.dev/ref/spec#Predeclared_identifiers */
const PREDECLARED: ReadonlySet<string> = new Set(
  "append cap clear close complex copy delete imag len make max min new panic print println real recover string int bool byte error any iota".split(
    " ",
  ),
);
