import { describeHazard, type HazardDescription } from "./describe-hazard.js";
import type { KeyLocation, Pack, TriggerCondition } from "./pack.js";
import { printFunction } from "./understand-functions.js";

/** A pack in words that need no knowledge of its form: what `volteface rules explain` shows. */
export interface PackDescription {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly general: boolean;
  readonly keys: readonly {
    readonly name: string;
    readonly each: boolean;
    readonly locations: readonly LocationDescription[];
  }[];
  readonly values: readonly { readonly symbol: string; readonly patterns: readonly string[] }[];
  readonly operations: readonly {
    readonly name: string;
    readonly role: string;
    readonly functions: readonly string[];
  }[];
  readonly stages: readonly { readonly name: string; readonly triggers: readonly TriggerDescription[] }[];
  readonly sources: Pack["sources"];
  readonly hazards: readonly HazardDescription[];
  readonly examples: Pack["examples"];
  readonly scenarios: readonly ScenarioDescription[];
}
/** A story as its author would write it. */
export interface ScenarioDescription {
  readonly title: string;
  readonly steps: readonly string[];
  readonly expect: Pack["scenarios"][number]["expect"];
}
export interface LocationDescription {
  readonly kind: KeyLocation["kind"];
  readonly pattern: string;
  readonly action: "set" | "delete" | null;
  readonly package: string | null;
}
export interface TriggerDescription {
  readonly kind: string;
  readonly value: string | null;
  readonly condition: TriggerCondition["kind"];
  /** The constant's name, the pattern or the function, as the author would write it. */
  readonly on: string;
  readonly subject: string | null;
}

export function describePack(pack: Pack): PackDescription {
  const { id, title, description, language, general, sources, examples } = pack;
  return {
    id,
    title,
    description,
    language,
    general,
    keys: pack.keys.map(({ name, each, locations }) => ({ name, each, locations: locations.map(describeLocation) })),
    values: pack.values.map(({ symbol, patterns }) => ({ symbol, patterns: patterns.map(({ text }) => text) })),
    operations: pack.operations.map(({ name, role, functions }) => ({
      name,
      role,
      functions: functions.map(printFunction),
    })),
    stages: pack.stages.map((name) => ({
      name,
      triggers: pack.triggers
        .filter(({ stage }) => stage === name)
        .map(({ kind, when }) => ({ kind, ...describeCondition(when) })),
    })),
    sources,
    hazards: pack.hazards.map(describeHazard),
    examples,
    scenarios: pack.scenarios.map(({ title: story, steps, expect }) => ({
      title: story,
      steps: steps.map(({ stage, bindings }) =>
        [stage, ...Object.entries(bindings).map(([symbol, value]) => `${symbol}=${value}`)].join(" "),
      ),
      expect,
    })),
  };
}

function describeLocation(location: KeyLocation): LocationDescription {
  const { kind, pattern } = location;
  return location.kind === "call"
    ? { kind, pattern: pattern.text, action: location.action, package: location.package }
    : { kind, pattern: pattern.text, action: null, package: null };
}

function describeCondition(when: TriggerCondition): Omit<TriggerDescription, "kind"> {
  if (when.kind === "constant")
    return { condition: when.kind, value: when.value, on: when.name, subject: when.subject?.text ?? null };
  const on = when.kind === "function" ? printFunction(when.function) : when.pattern.text;
  return { condition: when.kind, value: when.value, on, subject: null };
}
