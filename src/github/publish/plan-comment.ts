import type { Analysis } from "../analysis/index.js";
import { hashOf, isFolded, marked, markedAsFolded } from "./marker.js";

/** What there is on the pull request, and what was there before. */
export interface CommentState {
  /** Our comment, the oldest when there are several; null when there is none. */
  readonly own: { readonly id: number; readonly body: string } | null;
  /** Further ones of ours, which one must not have made. */
  readonly duplicates: readonly number[];
  /** Hash of what we wrote last; null when we wrote nothing yet. */
  readonly lastHash: string | null;
  /** Somebody wrote a comment after ours, maybe about it. */
  readonly repliedTo: boolean;
  /** A draft is not disturbed. */
  readonly draft: boolean;
}

/** What is to be done to the one comment. */
export type CommentPlan =
  | { readonly kind: "create"; readonly body: string }
  | { readonly kind: "update" | "fold"; readonly id: number; readonly body: string }
  | { readonly kind: "delete"; readonly id: number }
  | { readonly kind: "nothing" };

type Said = Pick<Analysis, "seen" | "mayComment" | "worthAComment" | "body" | "folded" | "mergeBase" | "head">;

/** Decides what the one comment shall become. The same state and analysis give the same plan. */
export function planComment(state: CommentState, said: Said): CommentPlan {
  const { own, lastHash, draft } = state;
  if (!said.seen) return nothing;
  if (!said.mayComment) return own === null ? nothing : withdrawn(own, state, said);
  if (!said.worthAComment) return own === null ? nothing : fold(own, said);
  const body = marked(said.body, said);
  if (own !== null) return hashOf(own.body) === hashOf(body) ? nothing : { kind: "update", id: own.id, body };
  // Somebody deleted it. The same is not said again to people who did not want to read it.
  const unwanted = lastHash === hashOf(body);
  return draft || unwanted ? nothing : { kind: "create", body };
}

const nothing: CommentPlan = { kind: "nothing" };

/** Once folded it stays as it is, however often is pushed. */
function fold(own: NonNullable<CommentState["own"]>, { folded }: Said): CommentPlan {
  return isFolded(own.body) ? nothing : { kind: "fold", id: own.id, body: markedAsFolded(folded) };
}

/** The repository wants no comments any more. What people answered to stays, so that their words have something to stand under. */
function withdrawn(own: NonNullable<CommentState["own"]>, { repliedTo }: CommentState, said: Said): CommentPlan {
  return repliedTo ? fold(own, said) : { kind: "delete", id: own.id };
}
