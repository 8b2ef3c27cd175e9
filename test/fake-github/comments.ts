import { notFound, unprocessable } from "./answer.js";
import { renderComment, renderIssue } from "./render.js";
import type { Comment, PullRequest, Reaction, Repository } from "./state.js";
import type { World } from "./world.js";

/** https://github.com/orgs/community/discussions/27190 */
const LONGEST = 65_536;
const CONTENTS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"];

export function pullRequestOf({ pulls }: Repository, number: number): PullRequest {
  const found = pulls.find((pull) => pull.number === number);
  if (found === undefined) throw notFound();
  return found;
}

export function commentOf({ comments }: Repository, id: number): Comment {
  const found = comments.find((comment) => comment.id === id);
  if (found === undefined) throw notFound();
  return found;
}

export function addComment(world: World, at: Repository, number: number, by: Author, body: unknown): Comment {
  pullRequestOf(at, number);
  const text = checkedBody(body);
  const created = world.now();
  const { login: author, byApp } = by;
  const comment = { id: world.nextId(), number, author, byApp, body: text, created, updated: created, reactions: [] };
  at.comments.push(comment);
  tell(world, at, comment, "created", author);
  return comment;
}

export function editComment(world: World, at: Repository, comment: Comment, by: string, body: unknown): void {
  const before = comment.body;
  comment.body = checkedBody(body);
  comment.updated = world.now();
  tell(world, at, comment, "edited", by, { changes: { body: { from: before } } });
}

export function deleteComment(world: World, at: Repository, comment: Comment, by: string): void {
  at.comments.splice(at.comments.indexOf(comment), 1);
  tell(world, at, comment, "deleted", by);
}

/** Adds a reaction; the same one of the same person is there only once. */
export function react(world: World, comment: Comment, author: string, content: unknown): [Reaction, isNew: boolean] {
  if (typeof content !== "string" || !CONTENTS.includes(content)) {
    throw unprocessable("Reaction", "content", "content is not included in the list");
  }
  const known = comment.reactions.find((one) => one.author === author && one.content === content);
  if (known !== undefined) return [known, false];
  const reaction = { id: world.nextId(), author, content, created: world.now() };
  comment.reactions.push(reaction);
  return [reaction, true];
}

/** Who writes: a person, or an App under its bot's name. */
export interface Author {
  readonly login: string;
  readonly byApp: boolean;
}

function checkedBody(body: unknown): string {
  if (typeof body !== "string" || body.trim() === "") {
    throw unprocessable("IssueComment", "data", "Body cannot be blank");
  }
  if (body.length > LONGEST) {
    throw unprocessable("IssueComment", "data", `Body is too long (maximum is ${LONGEST} characters)`);
  }
  return body;
}

function tell(world: World, at: Repository, comment: Comment, action: string, by: string, more: object = {}): void {
  const issue = renderIssue(world, at, pullRequestOf(at, comment.number));
  world.tell(at, "issue_comment", action, by, { ...more, issue, comment: renderComment(world, at, comment) });
}
