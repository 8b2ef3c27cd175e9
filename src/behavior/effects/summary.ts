import type { KeyRule, Pack } from "../../rules/index.js";
import type { Site, SiteOf } from "../facts/function-facts.js";
import { calledName } from "../facts/site-index.js";
import { areContradictory } from "../paths/asks.js";
import { type Condition, conditionsOf, mapCondition, remainingAnywhere } from "../paths/condition.js";
import type { FunctionInstance } from "../program/function-instance.js";
import type { Memory, Question } from "../program/memory.js";
import type { Program } from "../program/program.js";
import type { Wanted } from "../program/wanted.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { Term } from "../terms/term.js";
import { type Binding, bindingOf } from "./binding.js";
import type { PassedArguments } from "./call-arguments.js";
import { Ground, type Spot, spotsOf } from "./ground.js";
import { Owners, ownerTypes } from "./owners.js";
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

/** What functions do to tracked keys. */
export class Summaries {
  /** The effects in the function's own text. */
  readonly own: Question<[FunctionInstance], readonly OwnEffect[]>;
  /** The effects of running the function, in order: what is deferred comes last, and the last of it first. */
  readonly of: Question<[FunctionInstance], readonly SummaryEffect[]>;
  readonly #spots: readonly Spot[];

  constructor(
    private readonly program: Program,
    private readonly pack: Pack,
    private readonly passed: PassedArguments,
    private readonly wanted: Wanted,
    memory: Memory,
  ) {
    this.#spots = spotsOf(pack);
    const recognised = memory.question((instance: FunctionInstance) => this.#recognise(instance));
    const owners = new Owners(memory.question(() => ownerTypes(program.functions().flatMap(recognised))));
    this.own = memory.question((instance) => owners.holding(recognised(instance)));
    // A function that calls itself adds nothing.
    this.of = memory.question((instance) => this.#whole(instance), { value: [] });
  }

  #recognise(instance: FunctionInstance): readonly OwnEffect[] {
    return this.#raw(instance)
      .map((raw) => summarise(raw, instance))
      .filter(({ raw, conditions }) => raw.path === raw.site.path || !areContradictory(conditions));
  }

  #raw(instance: FunctionInstance): readonly RawEffect[] {
    const spots = this.#spots.filter(({ name }) => name === null || instance.text.includes(name));
    return spots.length === 0
      ? []
      : recogniseEffects(new Ground(instance, spots, this.program, this.pack, this.wanted));
  }

  #whole(instance: FunctionInstance): readonly SummaryEffect[] {
    const own = this.own(instance);
    const told = new Set<Site>(own.map(({ raw }) => raw.site));
    const called = instance.facts.sites.flatMap((site) =>
      site.kind !== "call" || told.has(site)
        ? []
        : this.#called(site, instance).map((effect): Placed => ({ site, effect })),
    );
    return [...own.map((effect): Placed => ({ site: effect.raw.site, effect })), ...called]
      .sort((a, b) => inOrder(a.site, b.site))
      .map(({ effect }) => effect);
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
    const binding = bindingOf(this.passed(site, instance));
    return inner
      .map((effect) => bindEffect(effect, binding))
      .map((effect) => ({ ...effect, conditions: [...around, ...effect.conditions] }))
      .filter(({ conditions }) => remainingAnywhere(conditions) !== null);
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
