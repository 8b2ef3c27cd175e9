import type { LineIndex } from "./line-index.js";
import type { Match } from "./match.js";
import type { Question } from "./question.js";

/** A commit belongs to the story of lines from this share of their weight on. */
const PART = 0.5;

/**
 * The commits that put the lines of a match in and took them out again, oldest
 * first: added, reverted, re-landed. A match that stands alone has a chain of one.
 */
export function chainOf(index: LineIndex, question: Question, match: Match): number[] {
  const touched = new Map<number, number>();
  let whole = 0;
  for (const line of match.lines) {
    const id = index.line(line.key);
    const file = index.files.intern(line.file);
    const weight = index.weightOfLine(id) * index.files.weight(file);
    whole += weight;
    const commits = new Set<number>();
    for (const row of index.rowsOfLine(id)) {
      const commit = index.commitOfRow(row);
      if (question.before[commit] === 1 && index.files.nearness(file, index.fileOfRow(row)) === 1) commits.add(commit);
    }
    for (const commit of commits) touched.set(commit, (touched.get(commit) ?? 0) + weight);
  }
  const story = [...touched].filter(([, weight]) => weight >= PART * whole).map(([commit]) => commit);
  return [...new Set([...story, match.commit])].sort((a, b) => a - b);
}
