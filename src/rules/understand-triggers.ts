import type { TriggerCondition, TriggerRule } from "./pack.js";
import type { Path, Report } from "./problem.js";
import { understandFunction } from "./understand-functions.js";
import type { PatternReader } from "./understand-patterns.js";
import type { WrittenTrigger } from "./written.js";

const CONDITIONS = ["constant", "present", "holds", "fails", "function"] as const;

/** `stages` is null when the pack's stages could not be read; then they are not compared. */
export function understandTriggers(
  written: readonly (WrittenTrigger | undefined)[],
  stages: readonly string[] | null,
  read: PatternReader,
  report: Report,
): readonly TriggerRule[] {
  return written.flatMap((trigger, index) => {
    if (trigger === undefined) return [];
    const path = ["triggers", index];
    if (stages !== null && !stages.includes(trigger.stage))
      report([...path, "stage"], { code: "unknown-name", of: "stage", name: trigger.stage, known: stages });
    const when = understandCondition(trigger, path, read, report);
    return when === null ? [] : [{ kind: trigger.kind, stage: trigger.stage, when }];
  });
}

function understandCondition(
  trigger: WrittenTrigger,
  path: Path,
  read: PatternReader,
  report: Report,
): TriggerCondition | null {
  const given = CONDITIONS.filter((condition) => trigger[condition] !== undefined);
  const [condition] = given;
  if (condition === undefined || given.length > 1) {
    report(path, { code: "conditions", given, known: CONDITIONS });
    return null;
  }
  if (condition === "constant") return understandConstant(trigger, path, read, report);
  if (trigger.subject !== undefined)
    report([...path, "subject"], { code: "subject-without-constant", condition }, { on: "name" });
  if (condition === "function") {
    const rule = trigger.function && understandFunction(trigger.function, [...path, "function"], report);
    return rule ? { kind: "function", function: rule, value: trigger.value ?? rule.name } : null;
  }
  const pattern = read(trigger[condition] ?? "", [...path, condition], ["$object"]);
  return (
    pattern && { kind: condition, pattern, value: trigger.value ?? pattern.text.replace(/^(?:\*|\$object)\./, "") }
  );
}

function understandConstant(
  trigger: WrittenTrigger,
  path: Path,
  read: PatternReader,
  report: Report,
): TriggerCondition | null {
  if (trigger.subject !== undefined && trigger.value === undefined)
    report([...path, "subject"], { code: "subject-without-value" }, { on: "name" });
  const subject = trigger.subject === undefined ? null : read(trigger.subject, [...path, "subject"]);
  return { kind: "constant", name: trigger.constant ?? "", value: trigger.value ?? null, subject };
}

/**
 * A stage that nothing leads to would stay empty forever. A trigger with a
 * misspelled stage may be the one that is missing, and is a problem already.
 */
export function checkEveryStageIsReached(stages: readonly string[], reached: readonly string[], report: Report): void {
  const misspelled = reached.some((stage) => !stages.includes(stage));
  for (const [index, stage] of stages.entries()) {
    const path = ["stages", index];
    if (stages.indexOf(stage) < index) report(path, { code: "stage-twice", stage });
    else if (!misspelled && !reached.includes(stage)) report(path, { code: "stage-unreached", stage });
  }
}
