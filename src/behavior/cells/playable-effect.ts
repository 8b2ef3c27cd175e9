import type { KeyRule, Pack } from "../../rules/index.js";
import { objectOf } from "../effects/ground.js";
import { viewEffect } from "../effects/resolve-effects.js";
import type { SummaryEffect } from "../effects/summary.js";
import type { Effect, GuardView } from "../matrix.js";
import { type Condition, viewGuard } from "../paths/condition.js";
import { literalsOf, type Plain, plain } from "../paths/literals.js";
import { presence } from "../stages/asked-subject.js";
import type { ConstantLookup } from "../terms/constant-value.js";
import type { Term } from "../terms/term.js";
import { termKey } from "../terms/term-key.js";

/** An effect with what it asks of tracked keys: enough to play it on a state of the keys. */
export interface PlayableEffect extends Effect {
  /** All must hold for it to happen; what else is asked is not known here. */
  readonly needs: readonly KeyNeed[];
}

/** A tracked key that must be there, or must not, for an effect to happen. */
export interface KeyNeed {
  readonly key: string;
  readonly present: boolean;
  readonly guard: GuardView;
  /** Where the key is not as needed, the path leaves with an error, so that somebody hears of it. */
  readonly error: boolean;
}

export function playableEffect(
  effect: SummaryEffect,
  conditions: readonly Condition[],
  { keys }: Pack,
): PlayableEffect {
  return { ...viewEffect(effect), needs: conditions.flatMap((condition) => needsOf(condition, effect.object, keys)) };
}

/** A question about the same key of another object is another question. */
function needsOf(condition: Condition, object: Term | null, keys: readonly KeyRule[]): KeyNeed[] {
  const { home, exit } = condition;
  return literalsOf(plain(condition.formula)).flatMap((asked) =>
    keys.flatMap((rule): KeyNeed[] => {
      const present = rule.each ? null : presenceAsked(asked, rule, object, home.constantOf);
      if (present === null) return [];
      return [{ key: rule.name, present, guard: viewGuard(condition), error: exit?.error ?? false }];
    }),
  );
}

function presenceAsked(asked: Plain, rule: KeyRule, object: Term | null, constantOf: ConstantLookup): boolean | null {
  if (asked.kind !== "literal") return null;
  for (const { kind, pattern } of rule.locations) {
    if (kind !== "entry" && kind !== "field") continue;
    const asks = presence(pattern, asked.term, constantOf);
    if (asks !== null && isOf(object, asks.of, constantOf)) return asks.answer === asked.holds;
  }
  return null;
}

/** The state belongs to the object, as far as the source tells. */
function isOf(object: Term | null, state: Term, constantOf: ConstantLookup): boolean {
  const owner = objectOf(state);
  return object === null || owner === null || termKey(owner, constantOf) === termKey(object, constantOf);
}
