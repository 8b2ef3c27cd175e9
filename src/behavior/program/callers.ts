import type { SiteOf } from "../facts/function-facts.js";
import { indexOf } from "../facts/site-index.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { FunctionInstance } from "./function-instance.js";
import type { Memory, Question } from "./memory.js";
import type { Program } from "./program.js";
import type { Callee } from "./resolve-callee.js";

/** A place where a function is called, or handed on as a value. */
export interface CallSite {
  readonly from: FunctionInstance;
  readonly site: SiteOf<"call" | "reference">;
  /** The receiver's type or the package says so; otherwise only that no other method has the name. */
  readonly certain: boolean;
}

/** Who calls what in a ref, by name first and then by what the name stands for. */
export class Callers {
  /** The places that call the function, in the order of files and lines. */
  readonly of: Question<[target: FunctionInstance], readonly CallSite[]>;

  constructor(
    private readonly program: Program,
    memory: Memory,
  ) {
    this.of = memory.question((target) => this.#find(target));
  }

  #find(target: FunctionInstance): CallSite[] {
    return this.program.naming(target.name).flatMap((from) => {
      if (from === target) return [];
      const sites = indexOf(from.facts).byName.get(target.name) ?? [];
      return sites.flatMap((site): CallSite[] => {
        const callee = this.#calleeOf(site, from);
        if (callee.kind !== "functions" || !callee.functions.includes(target)) return [];
        return [{ from, site, certain: callee.certain }];
      });
    });
  }

  #calleeOf(site: CallSite["site"], from: FunctionInstance): Callee {
    const named = site.kind === "call" ? site.call.callee : site.expression;
    return this.program.resolve(lowerTerm(named, site.scope), from);
  }
}
