import * as z from "zod";
import { writtenPack } from "./written.js";

const { triggers, examples, scenarios } = writtenPack.shape;
const inParts = writtenPack.partial().extend({
  triggers: z.array(triggers.element.optional()).optional(),
  examples: z.array(examples.unwrap().element.optional()).optional(),
  scenarios: z.array(scenarios.unwrap().element.optional()).optional(),
});

/** What of a pack could be read; what is absent could not. List elements keep their positions. */
export type PartlyWritten = z.infer<typeof inParts>;

/**
 * Leaves out the smallest part around each issue: the one key, operation,
 * trigger, example or scenario, or else the whole field. What is left can be checked
 * further, so that one mistake does not hide the others.
 */
export function withoutBroken(value: unknown, issues: readonly z.core.$ZodIssue[]): PartlyWritten | null {
  const fields: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys" && issue.path.length === 0) for (const key of issue.keys) delete fields[key];
    const broken = PARTED.filter((part) => part === issue.path[0] && issue.path.length > 1);
    if (issue.path.length > 0 && broken.length === 0) delete fields[String(issue.path[0])];
  }
  for (const part of PARTED) {
    const entries = new Set(issues.filter((issue) => issue.path[0] === part).map((issue) => String(issue.path[1])));
    if (entries.size > 0 && part in fields) fields[part] = without(fields[part], entries);
  }
  return inParts.safeParse(fields).data ?? null;
}

/** The fields whose entries stand on their own. */
const PARTED = ["keys", "values", "operations", "triggers", "hazards", "examples", "scenarios"];

function without(value: unknown, entries: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, index) => (entries.has(String(index)) ? undefined : item));
  return Object.fromEntries(Object.entries(value as object).filter(([name]) => !entries.has(name)));
}
