import type { Expression } from "../../languages/index.js";
import type { SiteOf } from "../facts/function-facts.js";
import { calledName } from "../facts/site-index.js";
import { isPackage } from "../program/package-path.js";
import { constantValue } from "../terms/constant-value.js";
import { lowerTerm } from "../terms/lower-term.js";
import { type Captures, matchPattern } from "../terms/match.js";
import type { Term, TermOf } from "../terms/term.js";
import type { CallSpot, Ground, Spot } from "./ground.js";
import { listEffects } from "./lists.js";
import type { RawEffect } from "./raw-effect.js";

/** A call that the pack says stands for an effect. */
export function recogniseCall(site: SiteOf<"call">, ground: Ground): RawEffect[] {
  const { call, scope } = site;
  const name = calledName(call.callee);
  // A local may hold any function, so only other names tell.
  const isLocal = call.callee.kind === "name" && scope.find(call.callee.name, call.callee.start) !== null;
  const spots = ground.spots("call").filter((spot) => isLocal || spot.name === null || spot.name === name);
  const term = spots.length === 0 ? null : lowerTerm(call, scope);
  if (term?.kind !== "call") return [];
  return spots.flatMap((spot) => {
    const captures = standsFor(spot, term, ground);
    if (captures === null) return [];
    const { action, pattern } = spot.location;
    const position = keysPosition(pattern.expression);
    const object = captures.get("object") ?? null;
    const made = { object, site, steps: [], line: site.line, call: term } as const;
    const value = action === "set" ? valueAt(pattern.expression, site, ground) : null;
    if (position === null)
      return membersOf(spot, captures, ground).map((member) => ground.effect(spot, { ...made, action, member, value }));
    const list = call.arguments[position];
    if (list === undefined) return [];
    return listEffects(null, list, site, ground).map(({ action: kind, element, steps }) =>
      ground.effect(spot, { ...made, action: kind, member: element, value: null, steps }),
    );
  });
}

/** The key that the call names; a rule that is one key is about calls with that key only. */
function membersOf({ rule }: Spot, captures: Captures, { constantOf }: Ground): (Term | null)[] {
  const member = captures.get("key") ?? null;
  const isOther = !rule.each && member !== null && constantValue(member, constantOf) !== rule.name;
  return isOther ? [] : [member];
}

/** Where the pattern has the list of keys, or null. */
function keysPosition(pattern: Expression): number | null {
  return positionOf("$keys", pattern);
}

function positionOf(variable: string, pattern: Expression): number | null {
  if (pattern.kind !== "call") return null;
  const index = pattern.arguments.findIndex((each) => each.kind === "name" && each.name === variable);
  return index < 0 ? null : index;
}

function valueAt(pattern: Expression, { call, scope }: SiteOf<"call">, ground: Ground): RawEffect["value"] {
  const position = positionOf("$value", pattern);
  const value = position === null ? undefined : call.arguments[position];
  return value === undefined ? null : ground.text(value, scope);
}

function standsFor({ location }: CallSpot, term: TermOf<"call">, { instance, constantOf }: Ground): Captures | null {
  const captures = matchPattern(location.pattern, aliased(term, location.pattern.expression), constantOf);
  if (captures === null || location.package === null) return captures;
  const qualifier = term.callee.kind === "symbol" ? term.callee.qualifier : null;
  if (qualifier === null) return isPackage(location.package, instance.directory) ? captures : null;
  const path = instance.imports.packageOf(qualifier);
  const isIt = path !== null && (isPackage(path, location.package) || isPackage(location.package, path));
  return isIt ? captures : null;
}

/** The pattern's qualifier is the package's usual name; a file may import it under another. */
function aliased(term: TermOf<"call">, pattern: Expression): Term {
  if (pattern.kind !== "call" || pattern.callee.kind !== "member" || pattern.callee.object.kind !== "name") return term;
  const qualifier = pattern.callee.object.name;
  if (qualifier.startsWith("$") || term.callee.kind !== "symbol") return term;
  return { ...term, callee: { ...term.callee, qualifier } };
}
