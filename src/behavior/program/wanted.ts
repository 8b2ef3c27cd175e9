import type { Condition } from "../paths/condition.js";
import { atomsOf } from "../paths/formula.js";
import { type Term, visitTerm } from "../terms/term.js";
import type { FunctionInstance, Program } from "./program.js";

/** A name whose declaration, or whose callers, are worth reading. */
export interface WantedName {
  readonly name: string;
  /** Where it can occur: a directory, an import path, or anywhere (null). */
  readonly within: string | null;
}

/** The names an evaluation missed. What is known already is wanted no more by whoever reads the list. */
export class Wanted {
  readonly #names = new Map<string, WantedName>();

  get names(): WantedName[] {
    return [...this.#names.values()];
  }

  /** Who calls this function? An unexported name can only be used in its own package. */
  callersOf(instance: FunctionInstance): void {
    this.#add(instance.name, /^\p{Lu}/u.test(instance.name) ? null : instance.directory);
  }

  /** Who uses this constant? */
  usersOf({ name, directory }: { readonly name: string; readonly directory: string }): void {
    this.#add(name, /^\p{Lu}/u.test(name) ? null : directory);
  }

  /** Who replaces a map as a whole that holds tracked entries? Its own package, as far as that can be told. */
  replacementsOf(member: string, from: FunctionInstance): void {
    this.#add(`.${member} = `, from.directory);
  }

  /** What values do the constants have that conditions compare with, look up or pass on? */
  constantsIn(conditions: readonly Condition[], from: FunctionInstance): void {
    for (const condition of conditions) {
      for (const atom of atomsOf(condition.formula)) {
        visitTerm(atom, (term) => {
          for (const part of operandsOf(term)) this.constant(part, from);
        });
      }
    }
  }

  /** Is a helper that is known by its name alone the only one of that name? */
  namesakesIn(conditions: readonly Condition[], from: FunctionInstance, program: Program): void {
    for (const condition of conditions) {
      for (const atom of atomsOf(condition.formula)) {
        visitTerm(atom, (term) => {
          if (
            term.kind !== "call" ||
            term.callee.kind !== "member" ||
            program.typeOf(term.callee.object, from) !== null
          )
            return;
          const { name } = term.callee;
          if (program.named(name).length > 0) this.#add(name, /^\p{Lu}/u.test(name) ? null : from.directory);
        });
      }
    }
  }

  constant(term: Term, from: FunctionInstance): void {
    if (term.kind !== "symbol") return;
    const found = from.constant(term.qualifier, term.name);
    if ("missing" in found && found.missing !== null && !PREDECLARED.has(found.missing.name))
      this.#add(found.missing.name, found.missing.within);
  }

  /** What do the helpers return whose results conditions test? */
  helpersIn(conditions: readonly Condition[], from: FunctionInstance): void {
    for (const condition of conditions) {
      for (const atom of atomsOf(condition.formula)) visitTerm(atom, (term) => this.#helper(term, from));
    }
  }

  /** What type has an object that a function fetched? The declared result of that function tells. */
  origin(object: Term, from: FunctionInstance): void {
    this.#helper(object.kind === "part" ? object.of : object, from);
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

  /** The declaration of a function of the same package, or of another one by its import. */
  callee(callee: Term, from: FunctionInstance): void {
    if (callee.kind === "symbol") this.#symbol(callee, from);
    else if (callee.kind === "member" && callee.object.kind === "receiver") this.#add(callee.name, from.directory);
  }

  #symbol({ qualifier, name }: Term & { kind: "symbol" }, from: FunctionInstance): void {
    if (qualifier === null) {
      if (!PREDECLARED.has(name)) this.#add(name, from.directory);
      return;
    }
    const path = from.imports.packageOf(qualifier);
    if (path !== null) this.#add(name, path);
  }

  #add(name: string, within: string | null): void {
    this.#names.set(`${name}\n${within ?? ""}`, { name, within });
  }
}

/** The parts of a term that are values, not names of functions or fields. */
function operandsOf(term: Term): readonly Term[] {
  if (term.kind === "binary") return [term.left, term.right];
  if (term.kind === "index") return [term.index];
  return term.kind === "call" ? term.arguments : [];
}

/** https://go.dev/ref/spec#Predeclared_identifiers */
const PREDECLARED: ReadonlySet<string> = new Set(
  "append cap clear close complex copy delete imag len make max min new panic print println real recover string int bool byte error any iota".split(
    " ",
  ),
);
