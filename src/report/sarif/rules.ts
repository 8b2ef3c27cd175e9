import type { ReportingDescriptor, Result } from "sarif";
import type { ExplainedRule } from "../../config/index.js";
import type { Severity } from "../../primitives/index.js";
import type { Messages } from "../locales/index.js";
import { markdown } from "../markdown/escape.js";
import { paragraphsOf } from "../prose-paragraphs.js";
import { cut } from "../refer.js";
import { plain } from "../terminal/escape.js";
import { name, prose, type Text } from "../text.js";
import { visible } from "../visible.js";
import { limits } from "./limits.js";

export function levelOf(severity: Severity): Result.level {
  return LEVELS[severity];
}

const LEVELS = { notice: "note", warning: "warning", failure: "error" } as const satisfies Record<
  Severity,
  Result.level
>;

/** How GitHub ranks findings that are not about security. */
const PROBLEMS = { notice: "recommendation", warning: "warning", failure: "error" } as const;

/** A rule for someone who meets it for the first time, as `volteface explain` has it. */
export function describeRule(
  id: string,
  explained: ExplainedRule | null,
  { ruleTexts, sarif }: Messages,
): ReportingDescriptor {
  const { title, explanation } = wordsOf(id, explained, ruleTexts);
  const [meaning = title] = explanation;
  const severity = explained?.severity ?? "warning";
  const help = [title, ...explanation, sarif.explain(id)];
  return {
    id: visible(id),
    name: cut(pascalCase(id), limits.name),
    shortDescription: { text: cut(plain(title), limits.description) },
    fullDescription: { text: cut(plain(meaning), limits.description) },
    help: {
      text: help.map((text) => plain(text)).join("\n\n"),
      markdown: help.map((text, index) => (index === 0 ? `**${markdown(text)}**` : markdown(text))).join("\n\n"),
    },
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: tagsOf(explained), "problem.severity": PROBLEMS[severity] },
  };
}

/** What was seen, why it matters and what to do, a paragraph each. */
function wordsOf(
  id: string,
  explained: ExplainedRule | null,
  ruleTexts: Messages["ruleTexts"],
): { readonly title: Text; readonly explanation: readonly Text[] } {
  if (explained === null) return { title: name(id), explanation: [] };
  const { rule } = explained;
  if (rule.kind === "hazard")
    return { title: prose(rule.message), explanation: paragraphsOf(rule.explanation).map(({ text }) => text) };
  const { title, meaning, matters, advice } = ruleTexts[rule.id];
  return { title, explanation: [meaning, matters, advice] };
}

function tagsOf(explained: ExplainedRule | null): string[] {
  return explained?.rule.kind === "hazard" ? ["behavior", visible(explained.rule.pack)] : ["behavior"];
}

/** `stale-migration-state` -> `StaleMigrationState`: what SARIF asks of names. */
function pascalCase(id: string): string {
  const words = visible(id).split(/[^\p{L}\p{N}]+/u);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
