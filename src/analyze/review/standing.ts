import type { Seen } from "../../review/index.js";
import type { BehaviorSides } from "./judge.js";

/** What the rules on cells see on both sides of a change. */
export function seenOn({ pack, base, head, others }: BehaviorSides): {
  readonly onHead: Seen[];
  readonly onBase: Seen[];
} {
  void [pack, base, head, others];
  return { onHead: [], onBase: [] };
}
