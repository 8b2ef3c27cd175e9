import { stepsBeyond } from "../facts/path.js";
import type { Term } from "../terms/term.js";
import { termKey } from "../terms/term-key.js";
import type { OwnEffect } from "./summary.js";

/** Knows which objects hold tracked entries: only there the replacement of a whole map takes them away. */
export class Owners {
  /** @param types gives `ownerTypes` of the whole program. */
  constructor(private readonly types: () => ReadonlySet<string>) {}

  /** The effects of one function without those of maps that never held a tracked entry. */
  holding(effects: readonly OwnEffect[]): readonly OwnEffect[] {
    return effects.filter((effect) => {
      const { wholesale } = effect.raw;
      if (wholesale === null) return true;
      return this.#holdsKey(effect, effects) && !wholesale.losesNothing() && !isFilledAgain(effect, effects);
    });
  }

  /** A replaced map holds the key where its object's type does, or where the same function writes the key by name. */
  #holdsKey({ objectType, rule }: OwnEffect, effects: readonly OwnEffect[]): boolean {
    const types = this.types();
    if (objectType !== null && types.size > 0) return types.has(objectType);
    return (
      effects.some((other) => other.raw.wholesale === null && other.rule === rule) ||
      (types.size === 0 && objectType !== null)
    );
  }
}

/** The types of the objects whose tracked entries are written by name. */
export function ownerTypes(effects: readonly OwnEffect[]): ReadonlySet<string> {
  return new Set(
    effects.flatMap(({ objectType, raw }) => (raw.wholesale !== null || objectType === null ? [] : [objectType])),
  );
}

/** Whoever empties the map here sets the key behind it, whatever happens. */
function isFilledAgain({ rule, object, raw, home }: OwnEffect, effects: readonly OwnEffect[]): boolean {
  const keyOf = (term: Term | null): string => (term === null ? "" : termKey(term, home.constantOf));
  return effects.some(
    (other) =>
      other.rule === rule &&
      other.action === "set" &&
      keyOf(other.object) === keyOf(object) &&
      other.raw.site.order > raw.site.order &&
      stepsBeyond(other.raw.path, raw.path).length === 0,
  );
}
