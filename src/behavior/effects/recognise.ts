import type { Composite } from "../../languages/index.js";
import { perObject } from "../../primitives/index.js";
import type { FunctionFacts, Site } from "../facts/function-facts.js";
import { indexOf, sitesNamed } from "../facts/site-index.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { Term, TermOf } from "../terms/term.js";
import { typeText } from "../terms/type-text.js";
import type { Assignment } from "./assignment.js";
import { recogniseCall } from "./calls.js";
import { setEntries } from "./entries.js";
import { assignField } from "./fields.js";
import type { Ground } from "./ground.js";
import { assignList } from "./lists.js";
import type { RawEffect } from "./raw-effect.js";
import { changeMap, MAP_FUNCTIONS, replaceMap } from "./whole-maps.js";

/** Finds every write to a tracked key in a function's own text, in the order of the text. */
export function recogniseEffects(ground: Ground): RawEffect[] {
  const { facts } = ground.instance;
  const inner = innerComposites(facts);
  const calls = sitesNamed(facts, [...MAP_FUNCTIONS, ...ground.callNames]);
  return [...indexOf(facts).writes, ...calls]
    .sort((a, b) => a.order - b.order)
    .flatMap((site) => effectsAt(site, ground, inner));
}

function effectsAt(site: Site, ground: Ground, inner: ReadonlySet<Composite>): RawEffect[] {
  switch (site.kind) {
    case "assign": {
      const { scope, operator, line } = site;
      const target = lowerTerm(site.target, scope);
      return assign({ target, written: site.target, value: site.value, operator, scope, site, line }, ground);
    }
    case "call":
      return [...changeMap(site, ground), ...recogniseCall(site, ground)];
    case "composite":
      return inner.has(site.composite) ? [] : compose(site.composite, composed(site.composite, ""), site, ground);
    case "reference":
      return [];
  }
}

function assign(assignment: Assignment, ground: Ground): RawEffect[] {
  return [
    ...setEntries(assignment, ground),
    ...replaceMap(assignment, ground),
    ...assignField(assignment, ground),
    ...assignList(assignment, ground),
  ];
}

/** A struct or map literal: its fields are assigned, and so are those of the literals in it. What it leaves empty begins empty. */
function compose({ entries }: Composite, object: Term, site: Site, ground: Ground): RawEffect[] {
  const { scope } = site;
  return entries.flatMap(({ key, value }) => {
    const inner = value.kind === "unary" ? value.operand : value;
    const field: TermOf<"member"> | null = key?.kind === "name" ? { kind: "member", object, name: key.name } : null;
    const isTracked = field !== null && ground.isAbout(field.name);
    const own = isTracked
      ? assign({ target: field, written: null, value, operator: "=", scope, site, line: value.line }, ground)
      : [];
    const nested = inner.kind === "composite" ? compose(inner, innerObject(inner, field, object), site, ground) : [];
    return [...own.filter(({ action }) => action === "set"), ...nested];
  });
}

/** What a literal inside another one is: embedded metadata belongs to the object around it, elements are objects of their own. */
function innerObject(inner: Composite, field: TermOf<"member"> | null, around: Term): Term {
  const type = inner.type === null ? "" : typeText(inner.type);
  if (field === null) return composed(inner, around.kind === "composite" ? elementType(around.type) : "");
  const isEmbedded = type === field.name || type.endsWith(`.${field.name}`);
  return isEmbedded && isMetadata(field.name) ? around : { ...field, type };
}

function isMetadata(name: string): boolean {
  return name === "ObjectMeta";
}

function composed({ type }: Composite, elided: string): Term {
  return { kind: "composite", type: type === null ? elided : typeText(type), entries: [] };
}

/** `[]*Pod` and `map[string]Pod` hold pods. */
function elementType(type: string): string {
  return type.replace(/^(?:\[\d*\]|map\[[^\]]*\])/, "");
}

/** Composites that stand inside another one: told with it, since its field says what they are. */
const innerComposites = perObject((facts: FunctionFacts): ReadonlySet<Composite> => {
  const inner = new Set<Composite>();
  for (const { value } of facts.sites.flatMap((site) => (site.kind === "composite" ? site.composite.entries : []))) {
    const each = value.kind === "unary" ? value.operand : value;
    if (each.kind === "composite") inner.add(each);
  }
  return inner;
});
