import type { SiteOf } from "../facts/function-facts.js";
import { indexOf } from "../facts/site-index.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { FunctionInstance } from "./function-instance.js";
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
  readonly #known = new Map<FunctionInstance, readonly CallSite[]>();
  #byName: ReadonlyMap<string, readonly FunctionInstance[]> | null = null;

  constructor(private readonly program: Program) {}

  /** The places that call the function, in the order of files and lines. */
  of(target: FunctionInstance): readonly CallSite[] {
    const known = this.#known.get(target) ?? this.#find(target);
    this.#known.set(target, known);
    return known;
  }

  #find(target: FunctionInstance): CallSite[] {
    return this.#naming(target.name).flatMap((from) => {
      if (from === target) return [];
      const sites = indexOf(from.facts).byName.get(target.name) ?? [];
      return sites.flatMap((site): CallSite[] => {
        const callee = this.#calleeOf(site, from);
        if (callee.kind !== "functions" || !callee.functions.includes(target)) return [];
        return [{ from, site, certain: callee.certain }];
      });
    });
  }

  /** The functions that call or mention something of the name. */
  #naming(name: string): readonly FunctionInstance[] {
    this.#byName ??= functionsByName(this.program);
    return this.#byName.get(name) ?? [];
  }

  #calleeOf(site: CallSite["site"], from: FunctionInstance): Callee {
    const named = site.kind === "call" ? site.call.callee : site.expression;
    return this.program.resolve(lowerTerm(named, site.scope), from);
  }
}

function functionsByName({ functions }: Program): Map<string, FunctionInstance[]> {
  const index = new Map<string, FunctionInstance[]>();
  for (const each of functions) {
    for (const name of indexOf(each.facts).byName.keys()) {
      const known = index.get(name);
      if (known === undefined) index.set(name, [each]);
      else known.push(each);
    }
  }
  return index;
}
