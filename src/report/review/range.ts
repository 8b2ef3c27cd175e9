import type { RefAndCommit, Review } from "../../review/index.js";
import type { Messages } from "../locales/index.js";
import { referToCommit, shortRef } from "../refer.js";
import type { Text } from "../text.js";

/** What was compared, and by which rules. */
export function rangeText(
  { base, mergeBase, head, behaviors }: Review,
  { review: say }: Messages,
  webUrl: string | null,
): Text {
  const named = ({ ref, commit }: RefAndCommit): Text => {
    const id = referToCommit(commit, webUrl);
    return isPartOf(ref, commit) ? id : say.named(shortRef(ref), id);
  };
  return base === null
    ? say.alone({ head: named(head), behaviors })
    : say.range({ base: named({ ref: base.ref, commit: mergeBase ?? base.commit }), head: named(head), behaviors });
}

/** What is typed of a commit's id says no more than the id. */
function isPartOf(ref: string, commit: string): boolean {
  return ref.length >= 4 && commit.startsWith(ref);
}
