import { type Ask, asksOf } from "../paths/asks.js";
import type { Condition } from "../paths/condition.js";
import { keyName } from "./key-name.js";
import type { SummaryEffect } from "./summary.js";
import { renderValue, valueKey } from "./value.js";

/** An effect as a call has it, and its conditions as they are asked there. */
export interface AskedEffect {
  readonly effect: SummaryEffect;
  readonly conditions: readonly Condition[];
}

/** What must hold for some effects: what all of them ask is asked of the whole, the rest of each effect alone. */
export function effectAsks(effects: readonly AskedEffect[]): Ask[] {
  const asked = effects.map(({ effect, conditions }) => ({ effect, asks: asksOf(conditions) }));
  const [first, ...others] = asked;
  if (first === undefined) return [];
  const isCommon = ({ key }: Ask): boolean => others.every(({ asks }) => asks.some((ask) => ask.key === key));
  const common = first.asks.filter(isCommon);
  const own = asked.flatMap(({ effect, asks }) =>
    asks.filter((ask) => !common.some(({ key }) => key === ask.key)).map((ask) => askedFor(effect, ask)),
  );
  return [...common, ...own];
}

function askedFor({ action, value, home, ...keyed }: SummaryEffect, { key, loose, text }: Ask): Ask {
  const name = keyName({ ...keyed, home });
  const [what, shown] =
    action === "delete" || value === null
      ? [`-${name}`, `-${name}`]
      : [`${name}=${valueKey(value, home.constantOf)}`, `${name}=${renderValue(value)}`];
  return { key: `${what}: ${key}`, loose: `${what}: ${loose}`, text: `${shown}: ${text}` };
}
