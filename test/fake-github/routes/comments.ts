import { json, noContent, notAllowed } from "../answer.js";
import { addComment, commentOf, deleteComment, editComment, pullRequestOf, react } from "../comments.js";
import { renderComment, renderReaction } from "../render.js";
import { about, numberOf, page, type RepositoryCall, type Route } from "../route.js";
import type { Comment } from "../state.js";

const READ = { issues: "read", pull_requests: "read" } as const;
const WRITE = { issues: "write", pull_requests: "write" } as const;

/** Comments on pull requests, which GitHub keeps among those on issues, and reactions to them. */
export const commentRoutes: readonly Route[] = [
  about("GET /issues/:number/comments", READ, (call) => {
    const { number } = pullRequestOf(call.repository, numberOf(call, "number"));
    const since = call.query.get("since") ?? "";
    const comments = call.repository.comments.filter((one) => one.number === number && one.updated >= since);
    return page(
      call,
      comments.map((one) => renderComment(call.world, call.repository, one)),
    );
  }),
  about("POST /issues/:number/comments", WRITE, (call) => {
    const by = { login: call.actor, byApp: isApp(call) };
    const comment = addComment(call.world, call.repository, numberOf(call, "number"), by, call.body.body);
    return json(201, renderComment(call.world, call.repository, comment));
  }),
  about("GET /issues/comments/:id", READ, (call) =>
    json(200, renderComment(call.world, call.repository, commentOf(call.repository, numberOf(call, "id")))),
  ),
  about("PATCH /issues/comments/:id", WRITE, (call) => {
    const comment = ownComment(call);
    editComment(call.world, call.repository, comment, call.actor, call.body.body);
    return json(200, renderComment(call.world, call.repository, comment));
  }),
  about("DELETE /issues/comments/:id", WRITE, (call) => {
    deleteComment(call.world, call.repository, ownComment(call), call.actor);
    return noContent;
  }),
  about("GET /issues/comments/:id/reactions", READ, (call) => {
    const { reactions } = commentOf(call.repository, numberOf(call, "id"));
    return page(
      call,
      reactions.map((one) => renderReaction(call.world, one)),
    );
  }),
  about("POST /issues/comments/:id/reactions", WRITE, (call) => {
    const comment = commentOf(call.repository, numberOf(call, "id"));
    const [reaction, isNew] = react(call.world, comment, call.actor, call.body.content);
    return json(isNew ? 201 : 200, renderReaction(call.world, reaction));
  }),
];

const isApp = ({ caller }: RepositoryCall): boolean => caller.kind === "token" && caller.token.actor.endsWith("[bot]");

/** Others' comments are changed by maintainers, and by Apps that may write issues; not by all. */
function ownComment(call: RepositoryCall): Comment {
  const comment = commentOf(call.repository, numberOf(call, "id"));
  const { caller, actor } = call;
  const mayAll = caller.kind === "token" && caller.token.permissions.issues === "write";
  if (comment.author !== actor && !mayAll) throw notAllowed();
  return comment;
}
