import { severities } from "../primitives/index.js";
import type { Finding } from "./finding.js";

/**
 * The order in which findings should be read: what takes back an earlier fix,
 * then new hazards, then gaps on other branches; in each the severest first.
 * Equal ones stand by behavior, place and id, so that the order is always the same.
 */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      kindOf(a) - kindOf(b) ||
      severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
      byText(a.behavior ?? "", b.behavior ?? "") ||
      byText(a.file ?? "", b.file ?? "") ||
      (a.line ?? 0) - (b.line ?? 0) ||
      byText(a.id, b.id),
  );
}

function kindOf({ facts }: Finding): number {
  if (facts.rule === "undoes") return facts.by === "behavior" ? 0 : 1;
  return facts.rule === "missing-backport" ? 3 : 2;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
