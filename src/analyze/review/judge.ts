import { behaviorKey, buildMatrix, type Matrix, type RefBehavior } from "../../behavior/index.js";
import type { CommitRecord, Repository } from "../../git/index.js";
import { gapSightings, type Seen, type SeenInChange, undoSightings } from "../../review/index.js";
import type { Pack } from "../../rules/index.js";
import type { Listener } from "../progress.js";
import type { Scanned } from "../scan-refs.js";
import type { TreeBehaviors } from "../tree.js";
import { evaluatedRefs } from "../view-ref.js";
import type { ReviewRequest } from "./request.js";
import { refsOf, type Sides } from "./sides.js";
import { seenOn } from "./standing.js";
import { behavesAsBase, type Story, storiesOf } from "./story.js";

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

/** Judges a change by the packs that were scanned together. Only what it changes is looked up in history. */
export async function judge(
  scanned: Scanned,
  sides: Sides,
  record: CommitRecord | null,
  request: ReviewRequest,
  repository: Repository,
  listen: Listener,
): Promise<Judged[]> {
  const all = scanned.result.packs.filter(({ applies }) => applies).map((each) => withSides(each, sides));
  const changed = all.filter(({ base, head }) => base !== null && behaviorKey(base) !== behaviorKey(head));
  const { before, others } = sides;
  const stories =
    before === null || record === null || changed.length === 0
      ? []
      : await storiesOf(
          { ...scanned, result: { ...scanned.result, packs: changed.map(({ scannedPack }) => scannedPack) } },
          { before, others },
          { record, behaviorOf: (pack) => changed.find((each) => each.pack === pack)?.head },
          request,
          repository,
          listen,
        );
  return all.map((each): Judged => {
    const story = stories.find(({ pack }) => pack === each.pack) ?? null;
    return {
      pack: each.pack,
      matrix: buildMatrix(each.pack, evaluatedRefs(refsOf(sides), scanned, each.scannedPack.behaviors)),
      story,
      ofChange: story === null ? [] : seenInStory(story, each),
      ...seenOn(each),
    };
  });
}

/** A behavior on the two sides of a change, and beside it. */
export interface BehaviorSides {
  readonly pack: Pack;
  readonly base: RefBehavior | null;
  readonly head: RefBehavior;
  readonly others: readonly { readonly ref: string; readonly behavior: RefBehavior }[];
  readonly scannedPack: TreeBehaviors;
}

function withSides(scannedPack: TreeBehaviors, sides: Sides): BehaviorSides {
  const behaviors = [...scannedPack.behaviors];
  const base = sides.before === null ? null : (behaviors.shift() ?? null);
  const head = behaviors.shift();
  if (head === undefined) throw new Error("a scan has a behavior for every tree");
  const others = sides.others.flatMap(({ ref }, index) => {
    const behavior = behaviors[index];
    return behavior === undefined ? [] : [{ ref, behavior }];
  });
  return { pack: scannedPack.pack, base, head, others, scannedPack };
}

function seenInStory(
  { pack, event, timeline, backports }: Story,
  { base, head, others }: BehaviorSides,
): SeenInChange[] {
  if (event === null || base === null) return [];
  const undoes = undoSightings(event, timeline.events, head).map(
    ({ sighting, relation }): SeenInChange => ({
      sighting,
      behavior: pack.id,
      declaredBy: relation.declared ? event.subject : null,
    }),
  );
  const asBase = (ref: string): boolean => {
    const other = others.find((each) => each.ref === ref);
    return other !== undefined && behavesAsBase(other.behavior, base, event);
  };
  const gaps = backports.changes.flatMap((change) => gapSightings(change, asBase));
  return [...undoes, ...gaps.map((sighting): SeenInChange => ({ sighting, behavior: pack.id, declaredBy: null }))];
}
