import type { Analysis } from "../analysis/index.js";
import type { RemoteComment, RemoteRepository } from "../api/index.js";
import { hashOf, isMarked } from "./marker.js";
import { type CommentPlan, type CommentState, planComment } from "./plan-comment.js";

/** What is remembered of the one comment. */
export interface KnownComment {
  readonly comment: number | null;
  readonly commentHash: string | null;
}

/** Which pull request, and who we are there. */
export interface Place {
  readonly repository: RemoteRepository;
  readonly number: number;
  /** `volteface[bot]` */
  readonly login: string;
  readonly draft: boolean;
}

/** Makes the one comment what it shall be, writing only the difference, and tells what is to be remembered of it. */
export async function publishComment(place: Place, known: KnownComment, analysis: Analysis): Promise<KnownComment> {
  const state = await readState(place, known, analysis);
  for (const duplicate of state.duplicates) await place.repository.deleteComment(duplicate);
  return await act(planComment(state, analysis), place, known, state);
}

async function readState(place: Place, known: KnownComment, analysis: Analysis): Promise<CommentState> {
  const { repository, number, draft } = place;
  const stored = known.comment === null ? null : await repository.comment(known.comment);
  const isThere = stored !== null && isOurs(stored, place);
  // Whether people answered matters only where the comment may be deleted.
  const all = isThere && analysis.mayComment ? [] : await repository.comments(number);
  const [oldest = null, ...duplicates] = isThere ? [stored] : all.filter((comment) => isOurs(comment, place));
  return {
    own: oldest === null ? null : { id: oldest.id, body: oldest.body ?? "" },
    duplicates: duplicates.map(({ id }) => id),
    lastHash: known.commentHash,
    repliedTo: oldest !== null && all.some(({ id, user }) => id > oldest.id && user?.type !== "Bot"),
    draft,
  };
}

function isOurs({ body, user }: RemoteComment, { login }: Place): boolean {
  return user?.login === login && isMarked(body ?? "");
}

async function act(
  plan: CommentPlan,
  { repository, number }: Place,
  known: KnownComment,
  { own }: CommentState,
): Promise<KnownComment> {
  switch (plan.kind) {
    case "create":
      return { comment: await repository.createComment(number, plan.body), commentHash: hashOf(plan.body) };
    case "update":
    case "fold":
      await repository.updateComment(plan.id, plan.body);
      return { comment: plan.id, commentHash: hashOf(plan.body) };
    case "delete":
      await repository.deleteComment(plan.id);
      return { comment: null, commentHash: null };
    case "nothing":
      return own === null ? { ...known, comment: null } : { comment: own.id, commentHash: hashOf(own.body) };
  }
}
