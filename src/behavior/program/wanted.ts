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

/** The names an evaluation missed. */
export class Wanted {
  readonly #names = new Map<string, WantedName>();

  get names(): WantedName[] {
    return [...this.#names.values()];
  }

  /** Who calls this function? An unexported name can only be used in its own package. */
  callersOf(instance: FunctionInstance): void {
    this.#add(instance.name, /^\p{Lu}/u.test(instance.name) ? null : instance.directory);
  }

  /** What are the constants and helpers that the conditions speak of? */
  inConditions(conditions: readonly Condition[], from: FunctionInstance, program: Program): void {
    for (const condition of conditions) {
      for (const atom of atomsOf(condition.formula)) this.inTerm(atom, from, program);
    }
  }

  inTerm(term: Term, from: FunctionInstance, program: Program): void {
    visitTerm(term, (each) => {
      if (each.kind === "symbol") this.#symbol(each, from);
      else if (each.kind === "call" && each.callee.kind === "member" && each.callee.object.kind === "receiver") {
        if (program.resolve(each.callee, from).kind === "unknown") this.#add(each.callee.name, from.directory);
      } else if (each.kind === "local") {
        for (const source of each.sources()) {
          if (source.kind !== "value") continue;
          const call = source.value.kind === "part" ? source.value.of : source.value;
          if (call.kind === "call" && call.callee.kind !== "call") this.inTerm(call.callee, from, program);
          if (call.kind === "call" && call.callee.kind === "member" && call.callee.object.kind === "receiver") this.#add(call.callee.name, from.directory);
        }
      }
    });
  }

  #symbol({ qualifier, name }: Term & { kind: "symbol" }, from: FunctionInstance): void {
    if (from.standing.constantOf(qualifier, name) !== null || PREDECLARED.has(name)) return;
    if (qualifier === null) this.#add(name, from.directory);
    else {
      const path = from.imports.packageOf(qualifier);
      if (path !== null) this.#add(name, path);
    }
  }

  #add(name: string, within: string | null): void {
    this.#names.set(`${name}\n${within ?? ""}`, { name, within });
  }
}

/** https://go.dev/ref/spec#Predeclared_identifiers */
const PREDECLARED: ReadonlySet<string> = new Set(
  "append cap clear close complex copy delete imag len make max min new panic print println real recover string int bool byte error any".split(" "),
);
