import { perObject } from "../../primitives/index.js";
import type { Pack, Pattern } from "../../rules/index.js";
import { placeName } from "../program/seed-names.js";
import type { ConstantLookup } from "../terms/constant-value.js";
import { matchPattern } from "../terms/match.js";
import { lastName } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";

/** A pattern of the pack with the name it gives to what it matches. */
interface Named {
  readonly symbol: string;
  readonly pattern: Pattern;
  /** The pattern is a bare name: it is about variables of that name. */
  readonly isBare: boolean;
}

/** The readable names that a pack gives to values; the first pattern that matches counts. */
export class ValueSymbols {
  readonly #all: readonly Named[];
  /** By the name that something must have to match, or null where that may be any. */
  readonly #byName = new Map<string | null, Named[]>();

  static readonly of = perObject((values: Pack["values"]) => new ValueSymbols(values));

  private constructor(values: Pack["values"]) {
    this.#all = values.flatMap(({ symbol, patterns }) =>
      patterns.map((pattern) => ({ symbol, pattern, isBare: isBare(pattern) })),
    );
    for (const named of this.#all) {
      const name = placeName(named.pattern.expression);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), named]);
    }
  }

  /** The name of a term, written as a variable of some name or otherwise (null). */
  symbolOf(term: Term, variable: string | null, constantOf: ConstantLookup): string | null {
    const [named, place] = [this.#byName, placeOf(term)];
    if (!named.has(null) && !named.has(variable) && !named.has(place)) return null;
    const candidates = [null, variable, place].flatMap((name) => named.get(name) ?? []);
    const found = this.#all.find(
      (named) =>
        candidates.includes(named) &&
        (named.isBare ? named.pattern.text === variable : matchPattern(named.pattern, term, constantOf) !== null),
    );
    return found?.symbol ?? null;
  }

  /** Puts the names in place of what they stand for. */
  replacing(constantOf: ConstantLookup): (term: Term) => Term | null {
    return (term) => {
      const variable = term.kind === "parameter" || term.kind === "local" ? term.name : null;
      const symbol = this.symbolOf(term, variable, constantOf);
      return symbol === null ? null : { kind: "symbol", qualifier: null, name: symbol };
    };
  }
}

function isBare({ expression }: Pattern): boolean {
  return expression.kind === "name" && !expression.name.startsWith("$");
}

/** The name of the field, the map or the function that a term is. */
function placeOf(term: Term): string | null {
  switch (term.kind) {
    case "member":
    case "symbol":
      return term.name;
    case "index":
      return placeOf(term.object);
    case "call":
      return lastName(term.callee);
    case "unary":
      return placeOf(term.operand);
    default:
      return null;
  }
}
