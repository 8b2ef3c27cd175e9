import type { Call, Composite, Expression } from "../../languages/index.js";
import type { KeyLocation, KeyRule, Pack } from "../../rules/index.js";
import type { Site } from "../facts/function-facts.js";
import { stepsOf } from "../facts/path.js";
import type { Binding, Scope } from "../facts/scope.js";
import { evaluate, formulaOfStep, type World } from "../paths/formula.js";
import { isPackage } from "../program/package-path.js";
import type { FunctionInstance } from "../program/program.js";
import { lowerTerm, typeText } from "../terms/lower-term.js";
import { type Captures, constantValue, matchPattern } from "../terms/match.js";
import { type ConstantLookup, lastName, termKey } from "../terms/print-term.js";
import { NIL, type Term } from "../terms/term.js";
import { listEffects } from "./lists.js";
import type { RawEffect } from "./raw-effect.js";
import { type Naming, valueText } from "./value.js";

/** Finds every write to a tracked key in a function's own text. In the order of the text. */
export function recogniseEffects(instance: FunctionInstance, pack: Pack): RawEffect[] {
  const recogniser = new Recogniser(instance, pack);
  return instance.facts.sites.flatMap((site, order) => recogniser.at(site).map((effect) => ({ ...effect, order })));
}

/** A location with the rule it belongs to. */
interface Spot {
  readonly rule: KeyRule;
  readonly location: KeyLocation;
}

class Recogniser {
  readonly #spots: readonly Spot[];
  /** Composites that stand inside another one: told with it, since its field says what they are. */
  readonly #inner = new Set<Composite>();

  #filled: ReadonlyMap<Binding, Term> | null = null;

  constructor(
    private readonly instance: FunctionInstance,
    private readonly pack: Pack,
  ) {
    this.#spots = pack.keys.flatMap((rule) => rule.locations.map((location) => ({ rule, location })));
    for (const site of instance.facts.sites) {
      if (site.kind !== "composite") continue;
      for (const { value } of site.composite.entries) {
        const inner = value.kind === "unary" ? value.operand : value;
        if (inner.kind === "composite") this.#inner.add(inner);
      }
    }
  }

  at(site: Site): RawEffect[] {
    switch (site.kind) {
      case "assign":
        if (site.target.kind === "index" && site.value !== null) {
          const map = this.#filledMap(site.target.object, site);
          const [index] = site.target.indices;
          if (map !== null && index !== undefined) {
            const target: Term = { kind: "index", object: map, index: lowerTerm(index, site.scope) };
            return this.#assigned(target, site.value, site);
          }
        }
        return site.value === null
          ? []
          : this.#assigned(lowerTerm(site.target, site.scope), assignedValue(site, site.value), site);
      case "call":
        return this.#called(site);
      case "composite":
        return this.#inner.has(site.composite)
          ? []
          : this.#composed(site.composite, site.type === null ? "" : typeText(site.type), site);
      default:
        return [];
    }
  }

  /** The field that a local map is later assigned to, when it is one that may hold tracked entries. */
  #filledMap(object: Expression, site: Site): Term | null {
    if (object.kind !== "name") return null;
    const binding = site.scope.find(object.name, object.start);
    return binding === null ? null : (this.#maps().get(binding) ?? null);
  }

  /** Local maps that are put together first, and the fields they are assigned to. */
  #maps(): ReadonlyMap<Binding, Term> {
    if (this.#filled !== null) return this.#filled;
    const filled = new Map<Binding, Term>();
    const note = (value: Expression | null, scope: Scope, target: Term): void => {
      const binding = value?.kind === "name" ? scope.find(value.name, value.start) : null;
      const isMap = this.#spots.some(({ location }) => location.kind === "entry" && this.#isMapOf(location, target));
      if (binding !== null && binding.origin === "local" && isMap) filled.set(binding, target);
    };
    for (const site of this.instance.facts.sites) {
      if (site.kind === "assign") note(site.value, site.scope, lowerTerm(site.target, site.scope));
      if (site.kind !== "composite") continue;
      const object: Term = { kind: "composite", type: site.type === null ? "" : typeText(site.type), entries: [] };
      for (const { key, value } of site.composite.entries) {
        if (key?.kind === "name") note(value, site.scope, { kind: "member", object, name: key.name });
      }
    }
    this.#filled = filled;
    return filled;
  }

  #assigned(target: Term, value: Expression, site: Site): RawEffect[] {
    const { constantOf } = this.instance.standing;
    const effects: RawEffect[] = [];
    for (const { rule, location } of this.#spots) {
      if (location.kind === "call") continue;
      const captures = matchPattern(location.pattern, target, constantOf);
      if (location.kind === "entry") {
        if (captures !== null)
          effects.push(this.#effect(rule, "set", site, { object: objectOf(target), member: indexOf(target), value }));
        else effects.push(...this.#replaced(rule, location, target, value, site));
      } else if (captures !== null && location.kind === "field") {
        const action = isZero(value, lowerTerm(value, site.scope), constantOf) ? "delete" : "set";
        effects.push(this.#effect(rule, action, site, { object: objectOf(target), member: null, value }));
      } else if (captures !== null) effects.push(...this.#listed(rule, target, value, site));
    }
    return effects;
  }

  /** The whole map is assigned: what it holds is set, and any other key in it is gone. */
  #replaced(
    rule: KeyRule,
    location: KeyLocation & { kind: "entry" },
    target: Term,
    value: Expression,
    site: Site,
  ): RawEffect[] {
    const { constantOf } = this.instance.standing;
    if (
      !this.#isMapOf(location, target) ||
      (value.kind === "name" &&
        this.#filledMap(value, site) !== null &&
        lowerTerm(value, site.scope).kind !== "composite")
    )
      return [];
    const content = mapContent(value, lowerTerm(value, site.scope));
    if (content === null) return [];
    const set = content.entries.flatMap(({ key, value: entry }) => {
      if (key === null) return [];
      const index = lowerTerm(key, site.scope);
      const term: Term = { kind: "index", object: target, index };
      if (matchPattern(location.pattern, term, constantOf) === null) return [];
      return [this.#effect(rule, "set", site, { object: objectOf(target), member: index, value: entry })];
    });
    if (set.length > 0 || rule.each || this.#fillsNothing(target, site)) return set;
    return [
      {
        ...this.#effect(rule, "delete", site, { object: objectOf(target), member: null, value: null }),
        wholesale: true,
      },
    ];
  }

  /** `if m == nil { m = make(…) }` takes nothing away: the path is not taken where the map holds anything. */
  #fillsNothing(target: Term, site: Site): boolean {
    const { constantOf } = this.instance.standing;
    const length: Term = {
      kind: "call",
      callee: { kind: "symbol", qualifier: null, name: "len" },
      arguments: [target],
      node: NO_CALL,
    };
    const empty = new Set(
      [
        [target, NIL],
        [length, ZERO],
      ].map(([left = NIL, right = NIL]) => termKey({ kind: "binary", operator: "==", left, right }, constantOf)),
    );
    const filled: World = (term) => (empty.has(termKey(term, constantOf)) ? false : null);
    return stepsOf(site.path).some((step) => evaluate(formulaOfStep(step), filled) === false);
  }

  /** `clear(m)` */
  #cleared(term: Term & { kind: "call" }, site: Site): RawEffect[] {
    const [target] = term.arguments;
    if (
      term.callee.kind !== "symbol" ||
      term.callee.qualifier !== null ||
      term.callee.name !== "clear" ||
      target === undefined
    )
      return [];
    return this.#spots.flatMap(({ rule, location }) =>
      location.kind === "entry" && !rule.each && this.#isMapOf(location, target)
        ? [
            {
              ...this.#effect(rule, "delete", site, { object: objectOf(target), member: null, value: null }),
              wholesale: true,
            },
          ]
        : [],
    );
  }

  /** The term is the map whose entries the location is about. */
  #isMapOf({ pattern }: KeyLocation & { kind: "entry" }, target: Term): boolean {
    const { expression } = pattern;
    const { constantOf } = this.instance.standing;
    return (
      expression.kind === "index" &&
      matchPattern({ text: pattern.text, expression: expression.object }, target, constantOf) !== null
    );
  }

  #listed(rule: KeyRule, target: Term, value: Expression, site: Site): RawEffect[] {
    const { constantOf } = this.instance.standing;
    const own = termKey(target, constantOf);
    const isOwn = (term: Term): boolean => termKey(term, constantOf) === own;
    return listEffects(lowerTerm(value, site.scope), isOwn).flatMap(({ action, element }) => {
      if (!rule.each && element !== null && constantValue(element, constantOf) !== rule.name) return [];
      return [this.#effect(rule, action, site, { object: objectOf(target), member: element, value: null })];
    });
  }

  #called(site: Site & { kind: "call" }): RawEffect[] {
    const { call, scope } = site;
    const term = lowerTerm(call, scope);
    if (term.kind !== "call") return [];
    const removed =
      term.callee.kind === "symbol" &&
      term.callee.qualifier === null &&
      term.callee.name === "delete" &&
      term.arguments.length === 2;
    const [object, index] = term.arguments;
    const target: Term | null =
      removed && object !== undefined && index !== undefined ? { kind: "index", object, index } : null;
    const cleared = this.#cleared(term, site);
    if (cleared.length > 0) return cleared;
    return this.#spots.flatMap(({ rule, location }): RawEffect[] => {
      if (
        location.kind === "entry" &&
        target !== null &&
        matchPattern(location.pattern, target, this.instance.standing.constantOf) !== null
      ) {
        return [this.#effect(rule, "delete", site, { object: objectOf(target), member: indexOf(target), value: null })];
      }
      if (location.kind !== "call") return [];
      const captures = this.#standsFor(location, term);
      if (captures === null) return [];
      const keys = captures.get("keys");
      if (keys !== undefined) return this.#given(rule, keys, captures.get("object") ?? null, term, site);
      const member = captures.get("key") ?? null;
      if (!rule.each && member !== null && constantValue(member, this.instance.standing.constantOf) !== rule.name)
        return [];
      return [
        {
          ...this.#effect(rule, location.action, site, { object: captures.get("object") ?? null, member, value: null }),
          call: term,
        },
      ];
    });
  }

  /** A setter that takes the whole list: what the list already held is kept where it is passed along. */
  #given(rule: KeyRule, keys: Term, object: Term | null, call: Term & { kind: "call" }, site: Site): RawEffect[] {
    const isOwn = (term: Term): boolean => term.kind === "call" && /^Get/.test(lastName(term.callee));
    return listEffects(keys, isOwn).map(({ action, element }) => ({
      ...this.#effect(rule, action, site, { object, member: element, value: null }),
      call,
    }));
  }

  #standsFor(location: KeyLocation & { kind: "call" }, term: Term & { kind: "call" }): Captures | null {
    const captures = matchPattern(
      location.pattern,
      aliased(term, location.pattern.expression),
      this.instance.standing.constantOf,
    );
    if (captures === null || location.package === null) return captures;
    const qualifier = term.callee.kind === "symbol" ? term.callee.qualifier : null;
    if (qualifier === null) return isPackage(location.package, this.instance.directory) ? captures : null;
    const path = this.instance.imports.packageOf(qualifier);
    return path !== null &&
      (path === location.package || isPackage(path, location.package) || isPackage(location.package, path))
      ? captures
      : null;
  }

  /** A struct or map literal: its fields are assigned, and so are those of the literals in it. */
  #composed(composite: Composite, type: string, site: Site): RawEffect[] {
    const effects: RawEffect[] = [];
    const object: Term = { kind: "composite", type, entries: [] };
    for (const { key, value } of composite.entries) {
      if (key === null) {
        const inner = value.kind === "unary" ? value.operand : value;
        if (inner.kind === "composite")
          effects.push(...this.#composed(inner, inner.type === null ? type : typeText(inner.type), site));
        continue;
      }
      if (key.kind === "name") {
        const target: Term = { kind: "member", object, name: key.name };
        effects.push(
          ...this.#assigned(target, value, { ...site, line: value.line }).filter((effect) => effect.action === "set"),
        );
        const inner = value.kind === "unary" ? value.operand : value;
        if (inner.kind === "composite") {
          // Embedded metadata belongs to the object around it.
          const embedded = inner.type !== null && typeText(inner.type).endsWith(`.${key.name}`);
          effects.push(...this.#composed(inner, embedded || inner.type === null ? type : typeText(inner.type), site));
        }
      }
    }
    return effects;
  }

  #effect(
    rule: KeyRule,
    action: RawEffect["action"],
    site: Site,
    { object, member, value }: { object: Term | null; member: Term | null; value: Expression | null },
  ): RawEffect {
    const { standing } = this.instance;
    const naming: Naming = {
      values: this.pack.values,
      scope: site.scope,
      constantOf: standing.constantOf,
      print: standing.print,
    };
    return {
      rule,
      action,
      member: rule.each ? member : null,
      object,
      value: action === "set" && value !== null ? valueText(value, naming) : null,
      written: value === null ? null : lowerTerm(value, site.scope),
      path: site.path,
      line: site.line,
      when: site.when,
      order: 0,
      wholesale: false,
      call: null,
    };
  }
}

/** `x += v` assigns `x + v`. */
function assignedValue({ target, operator }: Site & { kind: "assign" }, value: Expression): Expression {
  if (operator === "=" || operator === ":=") return value;
  return { ...value, kind: "binary", operator: operator.slice(0, -1), left: target, right: value };
}

const ZERO: Term = { kind: "constant", type: "number", value: "0" };
/** The node of a call that no source has. */
const NO_CALL: Call = {
  kind: "call",
  callee: { kind: "name", name: "", start: 0, end: 0, line: 0 },
  arguments: [],
  spread: false,
  start: 0,
  end: 0,
  line: 0,
};

/** The object whose entry or field it is: `lsp` in `lsp.Options[k]`. */
function objectOf(target: Term): Term | null {
  const holder = target.kind === "index" ? target.object : target;
  return holder.kind === "member" ? holder.object : null;
}

function indexOf(target: Term): Term | null {
  return target.kind === "index" ? target.index : null;
}

/** What a map expression holds, when the text shows it: a literal, an empty `make`, nil. */
function mapContent(value: Expression, term: Term): { entries: Composite["entries"] } | null {
  if (value.kind === "composite") return value;
  if (term.kind === "constant" && term.type === "nil") return { entries: [] };
  return term.kind === "call" && lastName(term.callee) === "make" ? { entries: [] } : null;
}

function isZero(value: Expression, term: Term, constantOf: ConstantLookup): boolean {
  if (constantValue(term, constantOf) === "") return true;
  if (value.kind === "composite") return value.entries.length === 0;
  return (
    term.kind === "constant" &&
    (term.type === "nil" || term.value === "" || term.value === "0" || term.value === "false")
  );
}

/** The pattern's qualifier is the package's usual name; a file may import it under another. */
function aliased(term: Term & { kind: "call" }, pattern: Expression): Term {
  if (pattern.kind !== "call" || pattern.callee.kind !== "member" || pattern.callee.object.kind !== "name") return term;
  const qualifier = pattern.callee.object.name;
  if (qualifier.startsWith("$") || term.callee.kind !== "symbol") return term;
  return { ...term, callee: { ...term.callee, qualifier } };
}
