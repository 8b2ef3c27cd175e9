import { builtInRules, type HazardRule, type ObjectRule } from "./hazard.js";
import type { Report } from "./problem.js";
import { CodeRuleReader } from "./understand-code-rules.js";
import type { PatternReader } from "./understand-patterns.js";
import type { WrittenHazard } from "./written-hazards.js";

/** More hazards than anyone would read the findings of. */
const MAXIMUM_HAZARDS = 100;

export function understandHazards(
  written: Readonly<Record<string, WrittenHazard>>,
  read: PatternReader,
  report: Report,
): readonly HazardRule[] {
  const entries = Object.entries(written);
  if (entries.length > MAXIMUM_HAZARDS)
    report(["hazards"], { code: "too-many-hazards", most: MAXIMUM_HAZARDS }, { on: "name" });
  return entries.slice(0, MAXIMUM_HAZARDS).map(([id, hazard]) => understandHazard(id, hazard, read, report));
}

function understandHazard(id: string, written: WrittenHazard, read: PatternReader, report: Report): HazardRule {
  const path = ["hazards", id];
  const { severity, message, explanation, examples } = written;
  if (builtInRules.includes(id)) report(path, { code: "built-in-rule", name: id }, { on: "name" });
  for (const [field, text] of [
    ["message", message],
    ["explanation", explanation],
  ] as const)
    if (DECEIVING.test(text)) report([...path, field], { code: "hidden-text", field });
  if (message.trim().includes("\n")) report([...path, "message"], { code: "several-lines" });
  checkExamples(written, path, report);

  const reader = new CodeRuleReader(read, report);
  const find = reader.codeRule(written.find, [...path, "find"], true);
  const where = Object.entries(written.where).map(([name, rule]): readonly [string, ObjectRule] => {
    const here = [...path, "where", name];
    const understood = reader.objectRule(rule, here);
    if (!reader.variables.has(name))
      report(here, { code: "unused-metavariable", name, known: [...reader.variables] }, { on: "name" });
    return [name, understood];
  });
  return { id, severity, message: message.trim(), explanation, find, where, examples };
}

/** What changes how the text around it is drawn. Line breaks are the business of those who draw. */
const DECEIVING = /[^\P{Cc}\n\t]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

function checkExamples({ examples }: WrittenHazard, path: readonly string[], report: Report): void {
  for (const [index, { code, lines }] of examples.entries()) {
    const last = code.trimEnd().split("\n").length;
    const beyond = lines.findIndex((line) => line > last);
    const line = lines[beyond];
    if (line !== undefined) report([...path, "examples", index, "lines", beyond], { code: "line-beyond", line, last });
  }
  for (const wanted of ["seen", "unseen"] as const)
    if (!examples.some(({ lines }) => lines.length > 0 === (wanted === "seen")))
      report([...path, "examples"], { code: "no-example", of: wanted }, { on: "name" });
}
