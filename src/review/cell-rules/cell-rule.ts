import type { RefBehavior } from "../../behavior/index.js";
import type { Pack } from "../../rules/index.js";
import type { Sighting } from "../finding.js";
import type { CellRuleFacts } from "./facts.js";

/** What a rule may look at besides the ref that it judges. */
export interface RuleContext {
  readonly pack: Pack;
  /** Other maintained refs, whose sources could be read whole. */
  readonly others: readonly OtherRef[];
}

export interface OtherRef {
  readonly ref: string;
  readonly behavior: RefBehavior;
}

/** A rule on cells: needs no pattern, follows from keys, effects and stages. */
export interface CellRule {
  readonly rule: CellRuleFacts["rule"];
  /**
   * It says that something is nowhere. Such a rule is silent where sources could
   * not be read: what was not seen is unknown, never absent.
   */
  readonly claimsAbsence: boolean;
  readonly find: (behavior: RefBehavior, context: RuleContext) => Sighting[];
}
