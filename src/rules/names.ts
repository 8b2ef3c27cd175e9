/**
 * The names a pack gives to things, read before anything is checked: a stage
 * exists as soon as it is listed, even when something else about it is wrong.
 */
export interface Names {
  /** Null when the list itself cannot be read; then nothing is compared with it. */
  readonly stages: readonly string[] | null;
  readonly operations: readonly string[] | null;
  /** The stages that triggers lead to. */
  readonly reached: readonly string[] | null;
  /** Names of values, and of keys; a family of keys has members that only the sources name. */
  readonly values: readonly string[] | null;
  readonly keys: readonly string[] | null;
  readonly hasFamilies: boolean;
}

export function namesIn(pack: Readonly<Record<string, unknown>>): Names {
  const { stages, operations, triggers, values, keys } = pack;
  return {
    stages: Array.isArray(stages) && stages.every((stage) => typeof stage === "string") ? stages : null,
    operations: namesOf(operations),
    reached: Array.isArray(triggers)
      ? triggers.flatMap((trigger: unknown) =>
          isMapping(trigger) && typeof trigger.stage === "string" ? [trigger.stage] : [],
        )
      : null,
    values: namesOf(values),
    keys: isMapping(keys) ? Object.keys(keys) : null,
    hasFamilies: isMapping(keys) && Object.values(keys).some((key) => isMapping(key) && key.each === true),
  };
}

/** What a mapping that may be left out gives names to. */
function namesOf(mapping: unknown): readonly string[] | null {
  if (mapping === undefined) return [];
  return isMapping(mapping) ? Object.keys(mapping) : null;
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
