import type { Expression } from "../../languages/index.js";
import type { Site } from "../facts/function-facts.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { FunctionInstance, Program } from "./program.js";

/** A place where a function is called, or handed on as a value. */
export interface CallSite {
  readonly from: FunctionInstance;
  readonly site: Site & { readonly kind: "call" | "reference" };
}

/** Who calls what in a ref, by name first and then by what the name stands for. */
export class Callers {
  readonly #byName = new Map<string, CallSite[]>();

  constructor(private readonly program: Program) {
    for (const from of program.functions) {
      for (const site of from.facts.sites) {
        if (site.kind !== "call" && site.kind !== "reference") continue;
        const name = calledName(site.kind === "call" ? site.call.callee : site.expression);
        if (name === null) continue;
        const known = this.#byName.get(name);
        if (known === undefined) this.#byName.set(name, [{ from, site }]);
        else known.push({ from, site });
      }
    }
  }

  /** The places that call the function, in the order of files and lines. */
  of(target: FunctionInstance): CallSite[] {
    return (this.#byName.get(target.name) ?? []).filter(({ from, site }) => {
      if (from === target) return false;
      const callee = this.program.resolve(
        lowerTerm(site.kind === "call" ? site.call.callee : site.expression, site.scope),
        from,
      );
      return callee.kind === "functions" && callee.functions.includes(target);
    });
  }
}

/** The name by which an expression calls or mentions a function; null for a closure. */
export function calledName(expression: Expression): string | null {
  if (expression.kind === "name" || expression.kind === "member") return expression.name;
  return expression.kind === "index" ? calledName(expression.object) : null;
}
