/** What the rules on cells state; each rule's file tells what it looks at. */
export type CellRuleFacts =
  /** What the set-like operation writes, the clean-like operation does not remove. */
  | { readonly rule: "asymmetry"; readonly setter: string; readonly cleaner: string; readonly keys: readonly string[] }
  /** Deletion of `keys` is skipped when `guardedBy` is absent, though they can exist alone. */
  | {
      readonly rule: "guarded-cleanup";
      readonly cleaner: string;
      readonly keys: readonly string[];
      readonly guardedBy: string;
      /** The ref's own operations can reach the state: these calls in order. Empty when it is latent. */
      readonly reachedBy: readonly string[];
      readonly condition: string;
    }
  /** Other refs do something at this stage, this one nothing. */
  | {
      readonly rule: "missing-stage";
      readonly stage: string;
      readonly others: readonly { readonly ref: string; readonly calls: string }[];
    }
  | { readonly rule: "unused-operation"; readonly operation: string; readonly function: string }
  /** One stage is served by two flows, started by different triggers. */
  | {
      readonly rule: "two-flows";
      readonly stage: string;
      readonly flows: readonly { readonly trigger: string; readonly calls: string; readonly function: string }[];
    }
  /** A path leaves before the cleanups that stages make, under a condition that also holds there. */
  | {
      readonly rule: "early-return-before-cleanup";
      readonly skipped: readonly { readonly stage: string; readonly call: string }[];
      /** For an early exit the condition under which the path leaves, else what must hold. */
      readonly condition: string;
      /** As written; null for an enclosing condition. */
      readonly exit: string | null;
      readonly function: string;
    }
  /** A function sets the key, and no cleanup path removes it. */
  | { readonly rule: "uncleaned-key"; readonly key: string; readonly writer: string }
  /** A cleanup on an object that others share does not ask whose state it removes. */
  | {
      readonly rule: "unowned-cleanup";
      readonly stage: string;
      readonly call: string;
      readonly keys: readonly string[];
    };
