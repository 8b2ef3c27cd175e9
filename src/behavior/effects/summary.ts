import type { KeyRule, Pack } from "../../rules/index.js";
import type { FunctionFacts, Site, SiteOf } from "../facts/function-facts.js";
import { calledName } from "../facts/site-index.js";
import { areContradictory } from "../paths/asks.js";
import { type Condition, conditionsOf, isPossible, mapCondition } from "../paths/condition.js";
import type { FunctionInstance } from "../program/function-instance.js";
import type { Program } from "../program/program.js";
import type { Wanted } from "../program/wanted.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { Term } from "../terms/term.js";
import { type Binding, bindingOf } from "./binding.js";
import type { PassedArguments } from "./call-arguments.js";
import { Ground, type Spot, spotsOf } from "./ground.js";
import { Owners } from "./owners.js";
import type { RawEffect } from "./raw-effect.js";
import { recogniseEffects } from "./recognise.js";
import type { ValueText } from "./value.js";

/** An effect of a function, its own or of what it calls, in terms of its parameters. */
export interface SummaryEffect {
  readonly rule: KeyRule;
  readonly action: "set" | "delete";
  readonly member: Term | null;
  readonly object: Term | null;
  readonly objectType: string | null;
  readonly value: ValueText | null;
  readonly conditions: readonly Condition[];
  readonly file: string;
  /** 1-based in `file`. */
  readonly line: number;
  /** The function whose text has it. */
  readonly home: FunctionInstance;
}

/** An effect in a function's own text, with where the text has it. */
export interface OwnEffect extends SummaryEffect {
  readonly raw: RawEffect;
}

/** Functions whose text alone shows that they write no key of a pack, whatever ref holds them. */
const barren = new WeakMap<Pack, WeakSet<FunctionFacts>>();

/** What functions do to tracked keys, each computed once per ref. */
export class Summaries {
  readonly #recognised = new Map<FunctionInstance, readonly OwnEffect[]>();
  readonly #own = new Map<FunctionInstance, readonly OwnEffect[]>();
  readonly #whole = new Map<FunctionInstance, readonly SummaryEffect[]>();
  readonly #owners: Owners;
  readonly #spots: readonly Spot[];
  readonly #barren: WeakSet<FunctionFacts>;

  constructor(
    private readonly program: Program,
    private readonly pack: Pack,
    private readonly passed: PassedArguments,
    private readonly wanted: Wanted,
  ) {
    this.#spots = spotsOf(pack);
    this.#barren = barren.get(pack) ?? new WeakSet();
    barren.set(pack, this.#barren);
    this.#owners = new Owners(() => program.functions.flatMap((instance) => this.#recognise(instance)));
  }

  /** The effects in the function's own text. */
  own(instance: FunctionInstance): readonly OwnEffect[] {
    const known = this.#own.get(instance);
    if (known !== undefined) return known;
    const effects = this.#owners.holding(this.#recognise(instance));
    this.#own.set(instance, effects);
    return effects;
  }

  #recognise(instance: FunctionInstance): readonly OwnEffect[] {
    const known = this.#recognised.get(instance);
    if (known !== undefined) return known;
    const effects = this.#raw(instance)
      .map((raw) => summarise(raw, instance))
      .filter(({ raw, conditions }) => raw.path === raw.site.path || !areContradictory(conditions));
    this.#recognised.set(instance, effects);
    return effects;
  }

  #raw(instance: FunctionInstance): readonly RawEffect[] {
    if (this.#barren.has(instance.facts)) return [];
    const spots = this.#spots.filter(({ name }) => name === null || instance.text.includes(name));
    const ground = new Ground(instance, spots, this.program, this.pack, this.wanted);
    const effects = spots.length === 0 ? [] : recogniseEffects(ground);
    if (effects.length === 0 && !ground.dependsOnConstants) this.#barren.add(instance.facts);
    return effects;
  }

  /** The effects of running the function, in order: what is deferred comes last, and the last of it first. */
  of(instance: FunctionInstance): readonly SummaryEffect[] {
    const known = this.#whole.get(instance);
    if (known !== undefined) return known;
    this.#whole.set(instance, []); // A function that calls itself adds nothing.
    const own = this.own(instance);
    const told = new Set<Site>(own.map(({ raw }) => raw.site));
    const called = instance.facts.sites.flatMap((site) =>
      site.kind !== "call" || told.has(site)
        ? []
        : this.#called(site, instance).map((effect): Placed => ({ site, effect })),
    );
    const effects = [...own.map((effect): Placed => ({ site: effect.raw.site, effect })), ...called]
      .sort((a, b) => inOrder(a.site, b.site))
      .map(({ effect }) => effect);
    this.#whole.set(instance, effects);
    return effects;
  }

  #called(site: SiteOf<"call">, instance: FunctionInstance): SummaryEffect[] {
    const { call, scope, path } = site;
    const name = calledName(call.callee);
    if (name === null || this.program.named(name).length === 0) return [];
    const callee = this.program.resolve(lowerTerm(call.callee, scope), instance);
    const [target] = callee.kind === "functions" ? callee.functions : [];
    if (callee.kind !== "functions" || target === undefined || target === instance) return [];
    const inner = this.of(target);
    if (inner.length === 0) return [];
    if (!callee.certain) this.wanted.namesakesOf(target);
    const around = conditionsOf(path, instance);
    const binding = bindingOf(this.passed.at(site, instance));
    return inner
      .map((effect) => bindEffect(effect, binding))
      .map((effect) => ({ ...effect, conditions: [...around, ...effect.conditions] }))
      .filter(({ conditions }) => isPossible(conditions, () => null));
  }
}

/** An effect and the site of the function that leads to it. */
interface Placed {
  readonly site: Site;
  readonly effect: SummaryEffect;
}

/** The order in which sites of one function run. */
export function inOrder(a: Pick<Site, "deferral" | "order">, b: Pick<Site, "deferral" | "order">): number {
  if (a.deferral === b.deferral) return a.order - b.order;
  if (a.deferral === null) return -1;
  return b.deferral === null ? 1 : b.deferral - a.deferral;
}

function summarise(raw: RawEffect, home: FunctionInstance): OwnEffect {
  const { rule, action, member, object, objectType, value, path, line } = raw;
  const conditions = conditionsOf(path, home);
  const place = { file: home.file, line: home.line + line };
  return { rule, action, member, object, objectType, value, conditions, ...place, home, raw };
}

/** The effect as seen through a binding. */
export function bindEffect(effect: SummaryEffect, binding: Binding): SummaryEffect {
  const { member, object, objectType, value, conditions } = effect;
  return {
    ...effect,
    member: member === null ? null : binding.term(member),
    object: object === null ? null : binding.term(object),
    objectType: (object === null ? null : binding.typeOf(object)) ?? objectType,
    value: value === null ? null : binding.value(value),
    conditions: conditions.map((condition) => mapCondition(condition, binding.replace)),
  };
}
