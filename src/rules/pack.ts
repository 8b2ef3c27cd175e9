import type { Expression } from "../languages/index.js";
import type { HazardRule } from "./hazard.js";
import type { Place } from "./problem.js";

/**
 * A rule pack as understood: defaults filled in, patterns parsed, every name
 * checked. Later code never doubts it. How a pack is written is in
 * docs/writing-rules.md; how text becomes this is in load-pack.ts.
 */
export interface Pack {
  /** `kube-ovn/live-migration` */
  readonly id: string;
  readonly title: string;
  /** What the behavior is and why it matters, as prose. */
  readonly description: string;
  /** The front-end's id: `go`. */
  readonly language: string;
  /**
   * A general pack (finalizers, conditions) fits any repository; it is used when
   * asked for, or when no specific pack finds its names.
   */
  readonly general: boolean;
  readonly keys: readonly KeyRule[];
  /** Readable names for what is written: `srcNodeName` -> `src`. First match wins. */
  readonly values: readonly { readonly symbol: string; readonly patterns: readonly Pattern[] }[];
  readonly operations: readonly OperationRule[];
  /** Stage names, in lifecycle order. */
  readonly stages: readonly string[];
  readonly triggers: readonly TriggerRule[];
  /** The stages at which the lifecycle has ended, and what is then true; null where the pack does not say. */
  readonly terminal: { readonly stages: readonly string[]; readonly holds: readonly Pattern[] } | null;
  /** The stages at which one of several that share the state goes, and what tells whose state it is; null where nothing is shared. */
  readonly shared: { readonly stages: readonly string[]; readonly owner: readonly Pattern[] } | null;
  readonly sources: SourceRule;
  readonly hazards: readonly HazardRule[];
  readonly examples: readonly Example[];
  readonly scenarios: readonly Scenario[];
}

/** An expression with metavariables; `text` is what the pack's author wrote. */
export interface Pattern {
  readonly text: string;
  readonly expression: Expression;
}

/** Where a piece of tracked state lives. */
export interface KeyRule {
  /** The key's name, or for `each` the name of the family (`finalizer`). */
  readonly name: string;
  /**
   * The rule stands for a family: each distinct value found (each finalizer)
   * is a key of its own, told apart by the object's type where the source shows it.
   */
  readonly each: boolean;
  readonly locations: readonly KeyLocation[];
}
export type KeyLocation =
  /** A map entry: `*.Options["requested-chassis"]`, or `*.leaseMap[*]` for any entry. */
  | { readonly kind: "entry"; readonly pattern: Pattern }
  /** A struct field: `*.Spec.NodeName`. Assigning the zero value or nil deletes. */
  | { readonly kind: "field"; readonly pattern: Pattern }
  /** List-valued state: `*.Finalizers`; each element is a key of the family, or counts when it equals the key's name. */
  | { readonly kind: "list"; readonly pattern: Pattern }
  /** A call that stands for an effect, e.g. `controllerutil.AddFinalizer($object, $key)`. */
  | {
      readonly kind: "call";
      /** `$key`, `$object` and `$value` mark what the arguments mean; `$_` is anything, `$...` the rest. */
      readonly pattern: Pattern;
      readonly action: "set" | "delete";
      /** Import path the callee's qualifier must stand for, when given. */
      readonly package: string | null;
    };

export interface OperationRule {
  /** Short name: `Set`. */
  readonly name: string;
  /** What kind of operation it is; lifecycle rules need to know. */
  readonly role: "set" | "reset" | "clean";
  /**
   * Functions that are this operation: `SetLogicalSwitchPortMigrateOptions`
   * (any receiver), `OVNNbClient.SetX` (a receiver's bare type), or
   * `controllerutil.AddFinalizer` together with `package` for a function of a
   * library. Old names are aliases in the same list.
   */
  readonly functions: readonly FunctionRule[];
}
export interface FunctionRule {
  readonly name: string;
  /** Receiver type's bare name, when the pack restricts it. */
  readonly receiver: string | null;
  /** Import path (for functions of libraries) or directory suffix of the declaring package, when the pack restricts it. */
  readonly package: string | null;
}

/** What tells that a call happens at a stage. */
export interface TriggerRule {
  /** `crd-status`, `pod-annotation`, ... free text chosen by the pack. */
  readonly kind: string;
  readonly stage: string;
  readonly when: TriggerCondition;
}
export type TriggerCondition =
  /** Something is compared with this constant (bare name, any package), or with the string `value` when `subject` matches. */
  | {
      readonly kind: "constant";
      readonly name: string;
      readonly value: string | null;
      readonly subject: Pattern | null;
    }
  /** The pattern is present: comma-ok, `!= ""`, `!= nil`. */
  | { readonly kind: "present"; readonly pattern: Pattern; readonly value: string }
  /** The pattern, a boolean expression, is true. */
  | { readonly kind: "holds"; readonly pattern: Pattern; readonly value: string }
  /** The pattern, a boolean expression, is false. */
  | { readonly kind: "fails"; readonly pattern: Pattern; readonly value: string }
  /** The call stands in this function (confidence "configured"). */
  | { readonly kind: "function"; readonly function: FunctionRule; readonly value: string };

/** Which files are read. */
export interface SourceRule {
  readonly tests: boolean;
  readonly mocks: boolean;
  readonly vendored: boolean;
  readonly generated: boolean;
  /** Globs over paths; empty `include` means everything. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** A small program with what the pack must see in it. */
export interface Example {
  readonly title: string;
  /** File path -> source. */
  readonly files: Readonly<Record<string, string>>;
  /** What the stages must show, written as a matrix cell is: `Reset(false)`, `Set → Clean`, `—`. */
  readonly cells: Readonly<Record<string, string>>;
  /** Functions that must be reported as unnamed writers (exactly these, when given). */
  readonly writers: readonly string[] | null;
}

/** A story of one object's life, played on what each ref does. It begins with every key absent. */
export interface Scenario {
  readonly title: string;
  readonly steps: readonly ScenarioStep[];
  /** What keys must be when the story ends. */
  readonly expect: readonly Expectation[];
}

export interface ScenarioStep {
  /** A stage that is reached. */
  readonly stage: string;
  /** What the pack's values stand for from this step on: `src` -> `A`. */
  readonly bindings: Readonly<Record<string, string>>;
  /** Where it is written, since only playing shows what it should have bound. */
  readonly place: Place;
}

export interface Expectation {
  readonly key: string;
  /** Any of these will do; null for absent. Never empty. */
  readonly values: readonly (string | null)[];
}
