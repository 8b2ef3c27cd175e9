import type { Expression } from "../../languages/index.js";
import type { KeyLocation, KeyRule, Pack, Pattern } from "../../rules/index.js";
import type { Site } from "../facts/function-facts.js";
import { followedBy, type Step } from "../facts/path.js";
import type { Scope } from "../facts/scope.js";
import type { FunctionInstance } from "../program/function-instance.js";
import type { Program } from "../program/program.js";
import { placeName } from "../program/seed-names.js";
import type { Wanted } from "../program/wanted.js";
import type { ConstantLookup } from "../terms/constant-value.js";
import { lowerTerm } from "../terms/lower-term.js";
import { matchPattern } from "../terms/match.js";
import type { Term, TermOf } from "../terms/term.js";
import type { RawEffect, Wholesale } from "./raw-effect.js";
import { type Naming, type ValueText, valueText } from "./value.js";
import { ValueSymbols } from "./value-symbols.js";

/** A location of the pack with the key that lives there. */
export interface Spot<Location extends KeyLocation = KeyLocation> {
  readonly rule: KeyRule;
  readonly location: Location;
  /** The field, map or function that code must name to be about it; null where the pattern says none. */
  readonly name: string | null;
}
type LocationOf<Kind extends KeyLocation["kind"]> = Extract<KeyLocation, { readonly kind: Kind }>;
export type CallSpot = Spot<LocationOf<"call">>;

/** The locations of a pack. */
export function spotsOf({ keys }: Pack): Spot[] {
  return keys.flatMap((rule) =>
    rule.locations.map((location) => ({ rule, location, name: placeName(location.pattern.expression) })),
  );
}

/** One write, as the code around it shows it. */
export interface Write {
  readonly action: RawEffect["action"];
  readonly site: Site;
  /** What must hold for it besides what holds at the site. */
  readonly steps: readonly Step[];
  readonly line: number;
  readonly object: Term | null;
  readonly member: Term | null;
  readonly value: ValueText | null;
  readonly wholesale?: Wholesale | null;
  readonly call?: TermOf<"call">;
}

/** The ground on which effects are recognised: one function, read with one pack. */
export class Ground {
  readonly constantOf: ConstantLookup;

  constructor(
    readonly instance: FunctionInstance,
    private readonly here: readonly Spot[],
    private readonly program: Program,
    private readonly pack: Pack,
    readonly wanted: Wanted,
  ) {
    this.constantOf = instance.constantOf;
  }

  /** Some location is about something of this name. */
  isAbout(name: string): boolean {
    return this.here.some((spot) => spot.name === null || spot.name === name);
  }

  /** The names of the calls that stand for effects. */
  get callNames(): string[] {
    return this.spots("call").flatMap(({ name }) => (name === null ? [] : [name]));
  }

  /** The locations of a kind. */
  spots<Kind extends KeyLocation["kind"]>(kind: Kind): Spot<LocationOf<Kind>>[] {
    return this.here.filter((spot): spot is Spot<LocationOf<Kind>> => spot.location.kind === kind);
  }

  /** The locations of a kind that a term is. */
  spotsOf<Kind extends KeyLocation["kind"]>(kind: Kind, term: Term): Spot<LocationOf<Kind>>[] {
    return this.spots(kind).filter((spot) => this.matches(spot, term));
  }

  /** The locations whose entries lie in the map. */
  spotsOfMap(map: Term): Spot[] {
    return this.spots("entry").filter(({ location: { pattern } }) => {
      const { expression, text } = pattern;
      return expression.kind === "index" && this.#fits({ text, expression: expression.object }, map);
    });
  }

  matches({ location }: Spot, term: Term): boolean {
    return this.#fits(location.pattern, term);
  }

  #fits(pattern: Pattern, term: Term): boolean {
    return matchPattern(pattern, term, this.constantOf) !== null;
  }

  text(expression: Expression, scope: Scope): ValueText {
    const { constantOf, print } = this.instance;
    this.wanted.constants(lowerTerm(expression, scope), this.instance);
    const naming: Naming = { symbols: ValueSymbols.of(this.pack.values), scope, constantOf, print };
    return valueText(expression, naming);
  }

  effect({ rule }: Spot, { site, steps, object, member, wholesale = null, call, ...write }: Write): RawEffect {
    const objectType = object === null ? null : this.program.typeOf(object, this.instance);
    if (object !== null && objectType === null) this.wanted.typeOf(object, this.instance);
    if (rule.each && member !== null) this.wanted.constants(member, this.instance);
    return {
      ...write,
      rule,
      site,
      path: followedBy(site.path, steps),
      object,
      objectType,
      member: rule.each ? member : null,
      wholesale,
      call: call ?? null,
    };
  }
}

/** The object whose entry or field it is: `lsp` in `lsp.Options[k]`. */
export function objectOf(target: Term): Term | null {
  const holder = target.kind === "index" ? target.object : target;
  const held = holder.kind === "unary" ? holder.operand : holder;
  if (held.kind === "call") return held.callee.kind === "member" ? held.callee.object : null;
  return held.kind === "member" ? held.object : null;
}
