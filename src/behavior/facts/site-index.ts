import type { Expression } from "../../languages/index.js";
import { perObject } from "../../primitives/index.js";
import type { FunctionFacts, SiteOf } from "./function-facts.js";

/** The sites of a function by what they may be about; depends on its text alone. */
export interface SiteIndex {
  /** Calls and mentions by the name they use. */
  readonly byName: ReadonlyMap<string, readonly SiteOf<"call" | "reference">[]>;
  /** Calls of variables, which may hold any function. */
  readonly throughVariables: readonly SiteOf<"call">[];
  readonly writes: readonly SiteOf<"assign" | "composite">[];
}

export const indexOf = perObject(makeIndex);

/** The calls and mentions with one of the names, and the calls of variables, in the order of the function. */
export function sitesNamed(facts: FunctionFacts, names: Iterable<string>): SiteOf<"call" | "reference">[] {
  const { byName, throughVariables } = indexOf(facts);
  const sites = new Set<SiteOf<"call" | "reference">>(throughVariables);
  for (const name of names) for (const site of byName.get(name) ?? []) sites.add(site);
  return [...sites].sort((a, b) => a.order - b.order);
}

/** The name by which an expression calls or mentions a function; null for a closure. */
export function calledName(expression: Expression): string | null {
  if (expression.kind === "name" || expression.kind === "member") return expression.name;
  return expression.kind === "index" ? calledName(expression.object) : null;
}

function makeIndex({ sites }: FunctionFacts): SiteIndex {
  const byName = new Map<string, SiteOf<"call" | "reference">[]>();
  const throughVariables: SiteOf<"call">[] = [];
  const writes: SiteOf<"assign" | "composite">[] = [];
  for (const site of sites) {
    if (site.kind === "assign" || site.kind === "composite") {
      writes.push(site);
      continue;
    }
    const expression = site.kind === "call" ? site.call.callee : site.expression;
    const name = calledName(expression);
    if (name === null) continue;
    const named = byName.get(name);
    if (named === undefined) byName.set(name, [site]);
    else named.push(site);
    if (site.kind === "call" && isVariable(expression, site)) throughVariables.push(site);
  }
  return { byName, throughVariables, writes };
}

function isVariable(expression: Expression, { scope }: SiteOf<"call">): boolean {
  return expression.kind === "name" && scope.find(expression.name, expression.start) !== null;
}
