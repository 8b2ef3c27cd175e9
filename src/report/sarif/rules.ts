import type { ReportingDescriptor, Result } from "sarif";
import type { Severity } from "../../primitives/index.js";
import { markdown } from "../markdown/escape.js";
import { cut } from "../refer.js";
import { plain } from "../terminal/escape.js";
import { visible } from "../visible.js";
import type { SarifRule } from "./context.js";
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

export function describeRule({ id, title, explanation, severity, tags }: SarifRule): ReportingDescriptor {
  const [meaning = title] = explanation;
  return {
    id: visible(id),
    name: cut(pascalCase(id), limits.name),
    shortDescription: { text: cut(plain(title), limits.description) },
    fullDescription: { text: cut(plain(meaning), limits.description) },
    help: {
      text: [title, ...explanation].map((text) => plain(text)).join("\n\n"),
      markdown: [`**${markdown(title)}**`, ...explanation.map((text) => markdown(text))].join("\n\n"),
    },
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: tags.slice(0, limits.tags).map(visible), "problem.severity": PROBLEMS[severity] },
  };
}

/** `stale-migration-state` -> `StaleMigrationState`: what SARIF asks of names. */
function pascalCase(id: string): string {
  const words = visible(id).split(/[^\p{L}\p{N}]+/u);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
