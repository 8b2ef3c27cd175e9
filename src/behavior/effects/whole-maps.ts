import type { Expression } from "../../languages/index.js";
import type { Site, SiteOf } from "../facts/function-facts.js";
import { stepsOf } from "../facts/path.js";
import type { Scope } from "../facts/scope.js";
import { formulaOfStep } from "../paths/formula.js";
import { certain, literalsOf, plainKey } from "../paths/literals.js";
import { lowerTerm } from "../terms/lower-term.js";
import { EMPTY, NIL, type Term } from "../terms/term.js";
import { termKey } from "../terms/term-key.js";
import type { Assignment } from "./assignment.js";
import { deleteEntries } from "./entries.js";
import { type Ground, objectOf, type Spot } from "./ground.js";
import { keyOf, type MapEntry, mapContent } from "./map-content.js";
import type { RawEffect } from "./raw-effect.js";

/** `x.Options = content`: what it holds is set, and any other key in it is gone. */
export function replaceMap({ target, value, scope, site }: Assignment, ground: Ground): RawEffect[] {
  const spots = ground.spotsOfMap(target);
  const content = spots.length === 0 ? null : mapContent(value, { ...site, scope }, ground.instance.facts.sites);
  if (content === null) return [];
  return spots.flatMap((spot) => {
    const entries = entriesFor(spot, target, content, ground);
    const last = entries.findLast(({ steps }) => steps.length === 0);
    const isKept = spot.rule.each || (last !== undefined && last.value !== null);
    const remaining = last === undefined ? entries : entries.slice(entries.indexOf(last));
    const written = remaining.filter(({ value: given }) => given !== null);
    return [
      ...(isKept ? [] : [emptied(spot, target, site, ground)]),
      ...written.map((entry) => put(spot, target, entry, site, ground)),
    ];
  });
}

/** The builtins and the library's functions that change a map: `delete`, `clear`, `maps.Copy`. */
export function changeMap(site: SiteOf<"call">, ground: Ground): RawEffect[] {
  const { scope, call } = site;
  const [map, second] = call.arguments;
  const name = mapFunction(call.callee, scope);
  if (map === undefined || name === null) return [];
  const target = lowerTerm(map, scope);
  const empties = name === "clear" || (second !== undefined && isEveryKey(lowerTerm(second, scope), target, ground));
  if (empties) return emptiedBy(target, site, ground);
  if (second === undefined) return [];
  if (name === "delete") return deleteEntries(target, second, site, ground);
  const content = mapContent(second, site, ground.instance.facts.sites) ?? [];
  return ground
    .spotsOfMap(target)
    .flatMap((spot) =>
      entriesFor(spot, target, content, ground).map((entry) => put(spot, target, entry, site, ground)),
    );
}

/** Of a family it is not known which keys were there. */
function emptiedBy(target: Term, site: Site, ground: Ground): RawEffect[] {
  const spots = ground.spotsOfMap(target).filter(({ rule }) => !rule.each);
  return spots.map((spot) => emptied(spot, target, site, ground));
}

/** The last names of the functions that change maps. */
export const MAP_FUNCTIONS = ["delete", "clear", "Copy"];

function mapFunction(callee: Expression, scope: Scope): "delete" | "clear" | "maps.Copy" | null {
  if (callee.kind === "name" && (callee.name === "delete" || callee.name === "clear"))
    return scope.find(callee.name, callee.start) === null ? callee.name : null;
  const isCopy = callee.kind === "member" && callee.name === "Copy" && callee.object.kind === "name";
  return isCopy && callee.object.name === "maps" ? "maps.Copy" : null;
}

function entriesFor(spot: Spot, object: Term, content: readonly MapEntry[], ground: Ground): MapEntry[] {
  return content.filter((entry) => ground.matches(spot, { kind: "index", object, index: keyOf(entry) }));
}

function put(
  spot: Spot,
  target: Term,
  { key, value, scope, steps, line }: MapEntry,
  site: Site,
  ground: Ground,
): RawEffect {
  return ground.effect(spot, {
    action: value === null ? "delete" : "set",
    value: value === null ? null : ground.text(value, scope),
    object: objectOf(target),
    member: lowerTerm(key, scope),
    steps,
    site,
    line,
  });
}

function emptied(spot: Spot, target: Term, site: Site, ground: Ground): RawEffect {
  const { line } = site;
  const object = objectOf(target);
  return ground.effect(spot, {
    action: "delete",
    value: null,
    object,
    member: null,
    steps: [],
    site,
    line,
    wholesale: { losesNothing: () => isFresh(target) || isAskedToBeEmpty(target, site, ground) },
  });
}

/** `for k := range m { delete(m, k) }` */
function isEveryKey(index: Term, target: Term, { instance }: Ground): boolean {
  if (index.kind !== "element" || index.role !== "key") return false;
  return termKey(index.of, instance.constantOf) === termKey(target, instance.constantOf);
}

/** A map of an object that was made here held nothing before. */
function isFresh(target: Term): boolean {
  const object = objectOf(target);
  const made = object?.kind === "unary" ? object.operand : object;
  return made?.kind === "composite";
}

/** `if m == nil { m = make(…) }` takes nothing away. */
function isAskedToBeEmpty(target: Term, site: Site, { instance }: Ground): boolean {
  const wanted = [NIL, EMPTY].map((nothing) =>
    termKey({ kind: "binary", operator: "==", left: target, right: nothing }, instance.constantOf),
  );
  return stepsOf(site.path).some((step) => {
    const asked = certain(formulaOfStep(step));
    return literalsOf(asked).some((literal) => wanted.includes(plainKey(literal, instance.constantOf)));
  });
}
