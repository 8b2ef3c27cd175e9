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
}

export function namesIn(pack: Readonly<Record<string, unknown>>): Names {
  const { stages, operations, triggers } = pack;
  return {
    stages: Array.isArray(stages) && stages.every((stage) => typeof stage === "string") ? stages : null,
    operations: operations === undefined ? [] : isMapping(operations) ? Object.keys(operations) : null,
    reached: Array.isArray(triggers)
      ? triggers.flatMap((trigger: unknown) =>
          isMapping(trigger) && typeof trigger.stage === "string" ? [trigger.stage] : [],
        )
      : null,
  };
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
