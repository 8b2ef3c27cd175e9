import { behaviorKey, buildMatrix, type EvaluatedRef, type Matrix } from "../../behavior/index.js";
import type { CommitRecord, Repository } from "../../git/index.js";
import {
  findStanding,
  gapSightings,
  type Seen,
  type SeenInChange,
  type Sighting,
  undoSightings,
} from "../../review/index.js";
import type { Pack } from "../../rules/index.js";
import type { Scanned } from "../group-scan.js";
import type { Listener } from "../progress.js";
import type { Tree, TreeBehaviors } from "../tree.js";
import { evaluatedRefs } from "../view-ref.js";
import { hazardsOfSides } from "./hazards-of-sides.js";
import type { ReviewRequest } from "./request.js";
import type { Settled } from "./settle.js";
import { refsOf, type Sides } from "./sides.js";
import { behavesAsBase, type ChangeToTell, type Story, storiesOf } from "./story.js";

/** What is to be said of a change to one behavior, before it is decided. */
export interface Judged {
  readonly pack: Pack;
  readonly matrix: Matrix;
  /** Null where the change leaves the behavior as it is. */
  readonly story: Story | null;
  readonly ofChange: readonly SeenInChange[];
  readonly onHead: readonly Seen[];
  readonly onBase: readonly Seen[];
}

/** A behavior on the two sides of a change, and beside it. */
interface Judgement {
  readonly found: TreeBehaviors;
  readonly refs: readonly EvaluatedRef[];
  readonly base: EvaluatedRef | null;
  readonly head: EvaluatedRef;
  readonly others: readonly EvaluatedRef[];
}

/** Judges a change by the packs that were scanned together. Only what it changes is looked up in history. */
export async function judge(
  scanned: Scanned,
  sides: Sides,
  record: CommitRecord | null,
  request: Settled<ReviewRequest>,
  repository: Repository,
  listen: Listener,
): Promise<Judged[]> {
  const all = scanned.result.packs.filter(({ applies }) => applies).map((found) => judgementOf(found, scanned, sides));
  const changes = record === null ? [] : all.flatMap((each) => changeToTell(each, record));
  const { before } = sides;
  const stories = before === null ? [] : await storiesOf(scanned, before, changes, request, repository, listen);
  const hazards = await hazardsOfSides(
    all.map(({ found }) => found.pack),
    treesOf(scanned, sides),
    repository,
  );
  return all.map((each): Judged => {
    const { pack } = each.found;
    const story = stories.find((told) => told.pack === pack) ?? null;
    const { onHead, onBase } = hazards.get(pack) ?? { onHead: [], onBase: [] };
    return {
      pack,
      matrix: buildMatrix(pack, each.refs),
      story,
      ofChange: story === null ? [] : seenInStory(story, each),
      onHead: standingOn(each.head, each, onHead),
      onBase: each.base === null ? [] : standingOn(each.base, each, onBase),
    };
  });
}

function judgementOf(found: TreeBehaviors, scanned: Scanned, sides: Sides): Judgement {
  const refs = evaluatedRefs(refsOf(sides), scanned, found.behaviors);
  const [base, head, others] =
    sides.before === null ? [null, refs[0], refs.slice(1)] : [refs[0] ?? null, refs[1], refs.slice(2)];
  if (head === undefined) throw new Error("a scan has a behavior for every tree");
  return { found, refs, base, head, others };
}

/** Nothing for a pack whose behavior the change leaves as it is. */
function changeToTell({ found: { pack }, base, head, others }: Judgement, record: CommitRecord): ChangeToTell[] {
  if (base === null || behaviorKey(base.behavior) === behaviorKey(head.behavior)) return [];
  return [{ pack, record, base: base.behavior, head: head.behavior, others }];
}

/** In the order in which the refs were scanned. */
function treesOf({ snapshots }: Scanned, { before }: Sides): { readonly base: Tree | null; readonly head: Tree } {
  const [first, second] = snapshots.map(({ entries }) => entries);
  return before === null ? { base: null, head: first ?? [] } : { base: first ?? [], head: second ?? [] };
}

/** What the rules on cells see, and the hazards. */
function standingOn(here: EvaluatedRef, { found: { pack }, others }: Judgement, hazards: readonly Sighting[]): Seen[] {
  return findStanding({ pack, here, others }, hazards).map((sighting) => ({ sighting, behavior: pack.id }));
}

function seenInStory({ pack, event, timeline, backports }: Story, { base, head, others }: Judgement): SeenInChange[] {
  if (event === null || base === null) return [];
  const undoes = undoSightings(event, timeline.events, head.behavior).map(
    ({ sighting, relation }): SeenInChange => ({
      sighting,
      behavior: pack.id,
      declaredBy: relation.declared ? event.subject : null,
    }),
  );
  const asBase = (ref: string): boolean => {
    const other = others.find(({ view }) => view.ref === ref);
    return other !== undefined && behavesAsBase(other.behavior, base.behavior, event);
  };
  const gaps = backports.changes.flatMap((change) => gapSightings(change, asBase));
  return [...undoes, ...gaps.map((sighting): SeenInChange => ({ sighting, behavior: pack.id, declaredBy: null }))];
}
