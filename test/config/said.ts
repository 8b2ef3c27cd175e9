import { loadSettings } from "../../src/config/index.js";
import { ruleDescriptions } from "../../src/review/index.js";
import { problemLines } from "../report/problem-lines.js";

const RULES = ruleDescriptions.map(({ id }) => id);

/** What loading says, as lines; "fine" when nothing is wrong. */
export async function said(source: string | Uint8Array, known: readonly string[] | null = RULES): Promise<string> {
  const loaded = await loadSettings("s.yml", source, known);
  return loaded.ok ? "fine" : problemLines(loaded.problems).join("\n");
}
