import type { Severity } from "../primitives/index.js";
import type { CodeRule, GuardRule, HazardRule, ObjectRule, Relation, TextRule } from "./hazard.js";

/** A hazard as its author would write it. */
export interface HazardDescription {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly explanation: string;
  readonly find: readonly RuleLine[];
  readonly where: readonly RuleLine[];
  readonly examples: HazardRule["examples"];
}

/** A field of a rule: a word of the form, what is written beside it, and what is written below. */
export interface RuleLine {
  readonly word: string;
  readonly text: string;
  readonly below: readonly RuleLine[];
}

export function describeHazard({ find, where, ...hazard }: HazardRule): HazardDescription {
  const { id, severity, message, explanation, examples } = hazard;
  const variables = where.map(([name, rule]) => line(name, "", objectLines(rule)));
  return { id, severity, message, explanation, find: codeLines(find), where: variables, examples };
}

function codeLines(rule: CodeRule): RuleLine[] {
  const { pattern, kind, regex, all, any, guarded, skips, not } = rule;
  const relations = (["inside", "has", "follows", "precedes"] as const).flatMap((name) => {
    const relation = rule[name];
    return relation === null ? [] : [line(name, "", relationLines(relation))];
  });
  return [
    ...(pattern === null ? [] : [line("pattern", pattern.text)]),
    ...(kind === null ? [] : [line("kind", kind)]),
    ...textLines(regex),
    ...alternatives("all", all, codeLines),
    ...alternatives("any", any ?? [], codeLines),
    ...relations,
    ...guardLines(guarded),
    ...(skips === null ? [] : [line("skips", "", codeLines(skips))]),
    ...(not === null ? [] : [line("not", "", codeLines(not))]),
  ];
}

function relationLines({ rule, stopBy }: Relation): RuleLine[] {
  const stop = typeof stopBy === "string" ? line("stopBy", stopBy) : line("stopBy", "", codeLines(stopBy));
  return stopBy === "end" ? codeLines(rule) : [...codeLines(rule), stop];
}

function guardLines(guarded: GuardRule | null): RuleLine[] {
  const [text = "", ...others] = guarded?.texts ?? [];
  if (guarded === null || others.length === 0) return guarded === null ? [] : [line("guarded", text)];
  return [
    line(
      "guarded",
      "",
      guarded.texts.map((each, index) => line(String(index + 1), each)),
    ),
  ];
}

function objectLines({ pattern, type, regex, all, any, not }: ObjectRule): RuleLine[] {
  return [
    ...(pattern === null ? [] : [line("pattern", pattern.text)]),
    ...(type === null ? [] : [line("type", type)]),
    ...textLines(regex),
    ...alternatives("all", all, objectLines),
    ...alternatives("any", any ?? [], objectLines),
    ...(not === null ? [] : [line("not", "", objectLines(not))]),
  ];
}

function textLines(regex: TextRule | null): RuleLine[] {
  if (regex === null) return [];
  const asides = (["comments", "strings"] as const).filter((aside) => regex[aside]);
  return [
    line(
      "regex",
      regex.text,
      asides.map((aside) => line(aside, "true")),
    ),
  ];
}

/** A rule that is one line needs no line of its own. */
function alternatives<Rule>(word: string, rules: readonly Rule[], linesOf: (rule: Rule) => RuleLine[]): RuleLine[] {
  if (rules.length === 0) return [];
  return [
    line(
      word,
      "",
      rules.flatMap((rule, index) => {
        const lines = linesOf(rule);
        return lines.length === 1 ? lines : [line(String(index + 1), "", lines)];
      }),
    ),
  ];
}

function line(word: string, text: string, below: readonly RuleLine[] = []): RuleLine {
  return { word, text, below };
}
