import { builtInRules, type HazardRule, type ObjectRule } from "./hazard.js";
import type { Report } from "./problem.js";
import { suggest } from "./suggest.js";
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
    report(["hazards"], `a pack has at most ${MAXIMUM_HAZARDS} hazards`, "Split it into several.", { on: "name" });
  return entries.slice(0, MAXIMUM_HAZARDS).map(([id, hazard]) => understandHazard(id, hazard, read, report));
}

function understandHazard(id: string, written: WrittenHazard, read: PatternReader, report: Report): HazardRule {
  const path = ["hazards", id];
  const { severity, message, explanation, examples } = written;
  if (builtInRules.includes(id))
    report(path, `"${id}" is the name of a built-in rule`, "Give the hazard another name.", { on: "name" });
  for (const [field, text] of [
    ["message", message],
    ["explanation", explanation],
  ] as const)
    if (DECEIVING.test(text))
      report(
        [...path, field],
        `"${field}" has characters that cannot be seen`,
        "Remove control and direction characters.",
      );
  if (message.trim().includes("\n"))
    report(
      [...path, "message"],
      "the message has several lines",
      "State in one line what is seen, and why in explanation.",
    );
  checkExamples(written, path, report);

  const reader = new CodeRuleReader(read, report);
  const find = reader.codeRule(written.find, [...path, "find"], true);
  const where = new Map<string, ObjectRule>();
  for (const [name, rule] of Object.entries(written.where)) {
    where.set(name, reader.objectRule(rule, [...path, "where", name]));
    if (!reader.variables.has(name))
      report([...path, "where", name], `no pattern has "$${name}"`, suggest(name, [...reader.variables], "They have"), {
        on: "name",
      });
  }
  return { id, severity, message: message.trim(), explanation, find, where, examples };
}

/** What changes how the text around it is drawn. Line breaks are the business of those who draw. */
const DECEIVING = /[^\P{Cc}\n\t]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

function checkExamples({ examples }: WrittenHazard, path: readonly string[], report: Report): void {
  for (const [index, { code, lines }] of examples.entries()) {
    const last = code.trimEnd().split("\n").length;
    const beyond = lines.findIndex((line) => line > last);
    if (beyond >= 0)
      report(
        [...path, "examples", index, "lines", beyond],
        `the code has no line ${lines[beyond]}`,
        `It has ${last}; they are counted from 1 within the example.`,
      );
  }
  for (const [wanted, words] of [
    [true, "in which the hazard must be seen"],
    [false, "that must not be taken for it"],
  ] as const)
    if (!examples.some(({ lines }) => lines.length > 0 === wanted))
      report([...path, "examples"], `there is no example of code ${words}`, "Add one: title, code and lines.", {
        on: "name",
      });
}
