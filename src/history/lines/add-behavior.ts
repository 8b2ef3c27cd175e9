import type { Relation, TimelineEvent } from "../timeline/answer.js";
import type { EventOnLine } from "../timeline/event-on-line.js";
import type { UndoesAnswer, Undone } from "./answer.js";
import { isFix } from "./fix-subject.js";

/**
 * What cells say of a change, before what its lines say: an event that undoes
 * another one in behavior is sure of it, whatever words the two have in common.
 */
export function addBehavior(answer: UndoesAnswer, { event, earlier: events }: EventOnLine): UndoesAnswer {
  const found = event.relations
    .filter(({ kind }) => kind === "undoes")
    .flatMap((relation): Undone[] => {
      const earlier = events.find(({ commit }) => commit === relation.commit);
      return earlier === undefined ? [] : [undoneBy(relation, earlier, event, answer.undone)];
    });
  const told = new Set(found.map(({ commit }) => commit));
  return { ...answer, undone: [...found, ...answer.undone.filter(({ commit }) => !told.has(commit))] };
}

function undoneBy(
  relation: Relation,
  earlier: TimelineEvent,
  event: TimelineEvent,
  byLines: readonly Undone[],
): Undone {
  const lines = byLines.find(({ commit }) => commit === relation.commit);
  const cells = earlier.changes.filter(({ stage }) => stage === null || relation.stages.includes(stage)).length;
  return {
    commit: earlier.commit,
    pullRequest: earlier.pullRequest,
    subject: earlier.subject,
    coverage: relation.extent === "full" ? 1 : round(cells / Math.max(earlier.changes.length, 1)),
    confidence: "high",
    kind: bringsBack(relation, event) ? "brings-back" : "removes",
    declared: relation.declared,
    by: "behavior",
    lines: lines?.lines ?? [],
    date: earlier.date,
    fix: isFix(earlier.subject),
    score: lines?.score ?? 0,
    matchedLines: lines?.matchedLines ?? 0,
    alsoCommits: lines?.alsoCommits ?? [],
    chain: lines?.chain ?? [],
    condition: lines?.condition ?? null,
  };
}

/** Something is there again that the earlier event had replaced. */
function bringsBack(relation: Relation, { changes }: TimelineEvent): boolean {
  return changes.some(({ stage, after }) => stage !== null && relation.stages.includes(stage) && after !== "—");
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}
