import type { Repository, ResolvedRef } from "../../git/index.js";
import type { Pick, PickedChange, PickStatus, Picks } from "./answer.js";
import { decide } from "./decide.js";
import { gatherEvidence } from "./gather-evidence.js";

export interface PicksQuestion {
  /** The branch that the changes are on. */
  readonly from: ResolvedRef;
  /** Full ids of the changes; a merge stands for what it brought. */
  readonly changes: readonly string[];
  readonly refs: readonly ResolvedRef[];
  /** What the behavior of the code says of a change on a ref; null where no pack applies. It overrules. */
  readonly behavior?: (change: string, ref: string) => PickStatus | null;
}

/** Says for each change and ref whether the change is there, and who witnesses it. Changes and refs keep their order. */
export async function findPicks(repository: Repository, question: PicksQuestion): Promise<Picks> {
  const evidence = await gatherEvidence(repository, question);
  const changes = evidence.changes.map(({ commit, pullRequest, subject, on }): PickedChange => {
    const decided = Object.entries(on).map(([ref, each]): [string, Pick] => [
      ref,
      decide({ ...each, behavior: question.behavior?.(commit, ref) ?? null }),
    ]);
    return { commit, pullRequest, subject, on: Object.fromEntries(decided) };
  });
  return { changes, remarks: evidence.remarks };
}
