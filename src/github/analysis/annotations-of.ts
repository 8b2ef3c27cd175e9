import { streamPatches } from "../../git/index.js";
import type { Lang } from "../../primitives/index.js";
import { findingSentence, messagesIn, plain } from "../../report/index.js";
import type { Finding, Review } from "../../review/index.js";
import type { Annotation } from "./contract.js";

/** Lines around a change that GitHub shows with it. */
const AROUND = 3;
/** GitHub takes 255 characters for a title, and far more than a sentence for a message. */
const LONGEST_TITLE = 200;
const LONGEST_MESSAGE = 4000;

/**
 * Notes for the lines of the change that findings stand at, in reading order. Those that stand
 * elsewhere are in the text: GitHub would show them where nobody looks.
 */
export async function annotationsOf(
  { mergeBase, head, findings }: Review,
  { gitDirectory, lang, most }: { readonly gitDirectory: string; readonly lang: Lang; readonly most: number },
): Promise<Annotation[]> {
  const placed = findings.filter(({ mode, file, line }) => mode !== "monitor" && file !== null && line !== null);
  if (mergeBase === null || placed.length === 0 || most === 0) return [];
  const isShown = await shownLines(gitDirectory, mergeBase, head.commit, placed);
  return placed
    .filter(({ file, line }) => isShown(file ?? "", line ?? 0))
    .slice(0, most)
    .map((finding) => ({
      path: finding.file ?? "",
      line: finding.line ?? 1,
      level: finding.severity,
      title: `volteface: ${finding.rule}`.slice(0, LONGEST_TITLE),
      message: plain(findingSentence(finding.facts, messagesIn(lang), null)).slice(0, LONGEST_MESSAGE),
    }));
}

/** Which lines of head GitHub shows as part of the change. */
async function shownLines(
  gitDirectory: string,
  against: string,
  commit: string,
  findings: readonly Finding[],
): Promise<(file: string, line: number) => boolean> {
  const only = [...new Set(findings.map(({ file }) => file ?? ""))];
  const ranges = new Map<string, { readonly from: number; readonly to: number }[]>();
  await streamPatches(gitDirectory, [{ commit, against }], { only }, ({ files }) => {
    for (const { path, hunks } of files) {
      const shown = hunks.map(({ newLine, added }) => ({
        from: newLine - AROUND,
        to: newLine + Math.max(added.length - 1, 0) + AROUND,
      }));
      ranges.set(path, [...(ranges.get(path) ?? []), ...shown]);
    }
  });
  return (file, line) => (ranges.get(file) ?? []).some(({ from, to }) => from <= line && line <= to);
}
