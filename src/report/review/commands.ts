import type { Review } from "../../review/index.js";

/** The commands that show the same again, and the derivation of the finding to read first. */
export function commandsFor({ base, head, findings: [first] }: Review): string[] {
  const sides = [...(base === null ? [] : ["--base", base.commit.slice(0, 10)]), "--head", head.commit.slice(0, 10)];
  const explain = first === undefined ? [] : [["volteface", "explain", first.id, ...sides]];
  return [["volteface", "review", ...sides], ...explain].map((words) => words.join(" "));
}
