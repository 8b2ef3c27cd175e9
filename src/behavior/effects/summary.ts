import type { KeyRule, Pack } from "../../rules/index.js";
import { type Condition, conditionsOf, mapCondition } from "../paths/condition.js";
import type { FunctionInstance, Program } from "../program/program.js";
import { typeOfTerm } from "../program/program.js";
import { lowerTerm } from "../terms/lower-term.js";
import { constantValue } from "../terms/match.js";
import { printTerm } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";
import { type Binding, bindingOf } from "./binding.js";
import { argumentsOf } from "./call-arguments.js";
import type { RawEffect } from "./raw-effect.js";
import { recogniseEffects } from "./recognise.js";
import type { ValueText } from "./value.js";

/** An effect of a function, its own or of what it calls, in terms of its parameters. */
export interface SummaryEffect {
  readonly rule: KeyRule;
  readonly action: "set" | "delete";
  readonly member: Term | null;
  readonly object: Term | null;
  readonly value: ValueText | null;
  readonly conditions: readonly Condition[];
  readonly file: string;
  /** 1-based in `file`. */
  readonly line: number;
  readonly when: RawEffect["when"];
  /** Resolves the member's constants where the effect is written. */
  readonly home: FunctionInstance;
}

/** An effect in a function's own text, with where the text has it. */
export interface OwnEffect extends SummaryEffect {
  readonly raw: RawEffect;
}

/** Calls are followed this far when summing up what a function does. */
const MAXIMUM_DEPTH = 4;

/** What functions do to tracked keys, each computed once per ref. */
export class Summaries {
  readonly #own = new Map<FunctionInstance, readonly OwnEffect[]>();
  readonly #all = new Map<FunctionInstance, readonly OwnEffect[]>();
  #ownerTypes: ReadonlySet<string> | null = null;
  readonly #whole = new Map<FunctionInstance, readonly SummaryEffect[]>();

  constructor(
    private readonly program: Program,
    private readonly pack: Pack,
  ) {}

  /** The effects in the function's own text. */
  own(instance: FunctionInstance): readonly OwnEffect[] {
    let effects = this.#own.get(instance);
    if (effects === undefined) {
      const owners = this.#owners();
      effects = this.#recognised(instance).filter(
        (effect) => !effect.raw.wholesale || this.#holdsKey(effect, instance, owners),
      );
      this.#own.set(instance, effects);
    }
    return effects;
  }

  #recognised(instance: FunctionInstance): readonly OwnEffect[] {
    let effects = this.#all.get(instance);
    if (effects === undefined) {
      effects = recogniseEffects(instance, this.pack).map((raw) => ({ ...summarise(raw, instance), raw }));
      this.#all.set(instance, effects);
    }
    return effects;
  }

  /** The types of the objects whose tracked entries are written by name anywhere. */
  #owners(): ReadonlySet<string> {
    this.#ownerTypes ??= new Set(
      this.program.functions.flatMap((instance) =>
        this.#recognised(instance).flatMap(({ object, raw }) => {
          const type = raw.wholesale || object === null ? null : this.program.typeOf(object, instance);
          return type === null ? [] : [type];
        }),
      ),
    );
    return this.#ownerTypes;
  }

  /** A replaced map holds the key where its object's type does, or where the same function writes the key by name. */
  #holdsKey({ object, rule }: OwnEffect, instance: FunctionInstance, owners: ReadonlySet<string>): boolean {
    const type = object === null ? null : this.program.typeOf(object, instance);
    if (type !== null && owners.size > 0) return owners.has(type);
    return (
      this.#recognised(instance).some((other) => !other.raw.wholesale && other.rule === rule) ||
      (owners.size === 0 && type !== null)
    );
  }

  /** The effects of running the function, in order. */
  of(instance: FunctionInstance, depth = 0): readonly SummaryEffect[] {
    const known = this.#whole.get(instance);
    if (known !== undefined) return known;
    if (depth === 0) this.#whole.set(instance, []); // A function that calls itself adds nothing.
    const effects = [...this.own(instance), ...this.#called(instance, depth)];
    effects.sort(
      (a, b) =>
        Number(a.when === "deferred") - Number(b.when === "deferred") || (a.file === b.file ? a.line - b.line : 0),
    );
    if (depth === 0) this.#whole.set(instance, effects);
    return effects;
  }

  #called(instance: FunctionInstance, depth: number): SummaryEffect[] {
    if (depth >= MAXIMUM_DEPTH) return [];
    const told = new Set(this.own(instance).flatMap(({ raw }) => (raw.call === null ? [] : [raw.call.node])));
    return instance.facts.sites.flatMap((site) => {
      if (site.kind !== "call" || told.has(site.call)) return [];
      const callee = this.program.resolve(lowerTerm(site.call.callee, site.scope), instance);
      const [target] = callee.kind === "functions" ? callee.functions : [];
      if (target === undefined || target === instance) return [];
      const inner = this.of(target, depth + 1);
      if (inner.length === 0) return [];
      const around = conditionsOf(site.path, instance.standing);
      const binding = bindingOf(argumentsOf(site.call, site.scope, instance, this.pack));
      return inner.map((effect) => ({
        ...bindEffect(effect, binding),
        conditions: [...around, ...effect.conditions.map((condition) => mapCondition(condition, binding.replace))],
      }));
    });
  }
}

function summarise(effect: RawEffect, instance: FunctionInstance): SummaryEffect {
  const { rule, action, member, object, value, when } = effect;
  return {
    rule,
    action,
    member,
    object,
    value,
    when,
    conditions: conditionsOf(effect.path, instance.standing),
    file: instance.file,
    line: instance.line + effect.line,
    home: instance,
  };
}

/** The effect as seen through a binding. */
export function bindEffect(effect: SummaryEffect, binding: Binding): SummaryEffect {
  return {
    ...effect,
    member: effect.member === null ? null : binding.term(effect.member),
    object: effect.object === null ? null : binding.term(effect.object),
    value: effect.value === null ? null : binding.value(effect.value),
  };
}

/** An object of this type tells nothing of what it is. */
const INTERFACES: ReadonlySet<string> = new Set(["Object", "any", "ObjectMeta", "ObjectMetaAccessor", "Interface"]);

/** The name of the key an effect is on. For a family: the element's value, and `@Type` where the object's type is shown. */
export function keyName({
  rule,
  member,
  object,
  home,
}: Pick<SummaryEffect, "rule" | "member" | "object" | "home">): string {
  if (!rule.each) return rule.name;
  const element = member === null ? "*" : (constantValue(member, home.standing.constantOf) ?? shortName(member));
  const type = object === null ? null : typeOfTerm(object);
  return type === null || INTERFACES.has(type) ? element : `${element}@${type}`;
}

/** The callers know more of this effect: its key, or the object's type, comes through a parameter. */
export function dependsOnCaller({ rule, member, object }: Pick<SummaryEffect, "rule" | "member" | "object">): boolean {
  if (!rule.each) return false;
  if (member !== null && constantFree(member)) return true;
  return object?.kind === "parameter" && INTERFACES.has(typeOfTerm(object) ?? "");
}

function constantFree(term: Term): boolean {
  return term.kind === "parameter";
}

function shortName(term: Term): string {
  return term.kind === "symbol" ? term.name : printTerm(term);
}
