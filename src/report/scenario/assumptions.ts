import type { Scenarios } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import { nameSome } from "../names.js";
import { type Chapter, item } from "../outline.js";

/** Conditions that no key answers, each told once with the calls and refs for which it was taken to hold. */
export function assumptionsChapter({ refs, scenarios }: Scenarios, messages: Messages): Chapter {
  const say = messages.scenario;
  const found = new Map<string, { calls: Set<string>; refs: Set<string> }>();
  for (const { ref, assumptions } of scenarios.flatMap(({ on }) => on)) {
    for (const { call, condition } of assumptions) {
      const known = found.get(condition) ?? { calls: new Set(), refs: new Set() };
      known.calls.add(call);
      known.refs.add(ref);
      found.set(condition, known);
    }
  }
  return {
    title: say.headings.assumptions(found.size),
    items: [...found].map(([condition, { calls, refs: on }]) =>
      item(
        say.assumption({
          condition,
          calls: [...calls],
          refs: messages.matrix.refs(
            nameSome(
              refs,
              refs.filter((ref) => on.has(ref)),
              MOST_REFS,
            ),
          ),
        }),
      ),
    ),
    aside: true,
  };
}

const MOST_REFS = 3;
