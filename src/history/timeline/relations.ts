import type { Relation, RelationKind } from "./answer.js";
import type { Step } from "./changes.js";

/** An event as relations see it: who, and what it did to which facet. */
export interface Deed {
  readonly commit: string;
  readonly pullRequest: number | null;
  readonly subject: string;
  readonly steps: readonly Step[];
  /** Whether the event's own text says that it takes another one back. */
  readonly declares: (earlier: Deed) => boolean;
}

/** A step of an earlier event that a step answers. */
interface Answered {
  readonly kind: RelationKind;
  readonly deed: Deed;
  readonly step: Step;
  readonly earlier: Step;
}

/**
 * How an event stands to the earlier ones of its line, oldest first. Relations
 * are between facets: an event is undone in part when only some of what it
 * changed returns to what it was before. Each facet has one answer, the latest
 * event it speaks of.
 */
export function relationsOf(deed: Deed, earlier: readonly Deed[]): Relation[] {
  const answered = withoutScraps(deed.steps.flatMap((step) => answersOf(step, earlier)));
  const groups = new Map<string, Answered[]>();
  for (const each of answered) {
    const key = `${each.kind}\n${each.deed.commit}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const relations = [...groups.values()].flatMap((group) => relationOf(deed, group));
  const told = new Set(relations.filter(({ kind }) => kind === "undoes").map(({ commit }) => commit));
  const declared = earlier.filter((each) => deed.declares(each) && !told.has(each.commit) && sharesFacet(deed, each));
  return [...relations, ...declared.map((each) => declaredOnly(each))].sort(byImportance);
}

/**
 * One of several conditions that comes back is no return of the cell: at least
 * half of what the earlier event did to the conditions of a cell must be answered.
 */
function withoutScraps(answered: readonly Answered[]): Answered[] {
  return answered.filter((each) => {
    if (each.step.kind !== "guards") return true;
    const same = (step: Step): boolean => step.kind === "guards" && step.cell === each.earlier.cell;
    const whole = each.deed.steps.filter(same).length;
    const met = answered.filter((other) => other.deed === each.deed && same(other.earlier)).length;
    return met * 2 >= whole;
  });
}

const ORDER: readonly RelationKind[] = ["undoes", "relands", "restores", "moves", "picks"];

function byImportance(a: Relation, b: Relation): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.commit < b.commit ? -1 : a.commit > b.commit ? 1 : 0);
}

function answersOf(step: Step, earlier: readonly Deed[]): Answered[] {
  const history = earlier.flatMap((deed) =>
    deed.steps.filter(({ facet }) => facet === step.facet).map((each) => ({ deed, earlier: each })),
  );
  const undone = history.findLast((each) => each.earlier.before === step.after && each.earlier.after !== step.after);
  if (undone === undefined) return step.kind === "trigger" ? moved(step, earlier) : [];
  const answers: Answered[] = [{ kind: "undoes", deed: undone.deed, step, earlier: undone.earlier }];
  if (step.kind === "guards") return answers;
  // What the undone event had itself taken away is there again.
  const restored = history.findLast(
    (each) => each.earlier.after === step.after && history.indexOf(each) < history.indexOf(undone),
  );
  const wasUndoing =
    restored !== undefined &&
    history.some(
      (each) =>
        each !== undone &&
        each.earlier.before === undone.earlier.after &&
        history.indexOf(each) <= history.indexOf(restored),
    );
  if (restored !== undefined && wasUndoing)
    answers.push({ kind: "restores", deed: restored.deed, step, earlier: restored.earlier });
  return answers;
}

/** The same call under another trigger: it moved from where the last event at that stage had put it. */
function moved(step: Step, earlier: readonly Deed[]): Answered[] {
  const places = (each: Step): boolean =>
    each.stage === step.stage && (each.kind === "trigger" || each.kind === "calls");
  const deed = earlier.findLast(({ steps }) => steps.some(places));
  const last = deed?.steps.find(places);
  return deed === undefined || last === undefined ? [] : [{ kind: "moves", deed, step, earlier: last }];
}

function relationOf(deed: Deed, group: readonly Answered[]): Relation[] {
  const [first] = group;
  if (first === undefined) return [];
  const { deed: earlier } = first;
  const distinct = (values: readonly (string | null)[]): string[] =>
    [...new Set(values)].filter((value) => value !== null);
  const answered = new Set(group.map((each) => each.earlier.facet));
  const whole = earlier.steps.every((step) => answered.has(step.facet));
  const kind = first.kind === "restores" && whole && isReland(deed, earlier) ? "relands" : first.kind;
  return [
    {
      kind,
      commit: earlier.commit,
      pullRequest: earlier.pullRequest,
      extent: whole ? "full" : "partial",
      stages: distinct(group.map(({ step }) => step.stage)),
      operations: distinct(group.map(({ step }) => step.operation)),
      declared: deed.declares(earlier),
    },
  ];
}

/** The same change again, by its number, its subject or its own word. */
function isReland(deed: Deed, earlier: Deed): boolean {
  const bare = (subject: string): string => subject.replace(/\s*\([#!]\d+\)/g, "").toLowerCase();
  const same = deed.pullRequest !== null && deed.pullRequest === earlier.pullRequest;
  return (
    same ||
    bare(deed.subject) === bare(earlier.subject) ||
    /\b(re-?land|re-?apply|re-?introduce|revert "revert)/i.test(deed.subject)
  );
}

function sharesFacet(deed: Deed, earlier: Deed): boolean {
  const facets = new Set(earlier.steps.map(({ facet }) => facet));
  return deed.steps.some(({ facet }) => facets.has(facet));
}

/** The text names an event whose facets it touches without bringing any of them back. */
function declaredOnly({ commit, pullRequest }: Deed): Relation {
  return { kind: "undoes", commit, pullRequest, extent: "partial", stages: [], operations: [], declared: true };
}
