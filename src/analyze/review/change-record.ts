import type { CommitRecord } from "../../git/index.js";
import { withoutIntents } from "../../review/index.js";
import type { ReviewRequest } from "./request.js";

/** A change as one commit: its head, speaking with the words of the pull request and of all its commits, newest first. */
export function changeRecord(
  commits: readonly CommitRecord[],
  { text, number }: Pick<ReviewRequest, "text" | "number">,
): CommitRecord | null {
  const [head] = commits;
  if (head === undefined) return null;
  const title = text === null || text.title === "" ? head.subject : text.title;
  const subject = number === null || title.includes(`#${number}`) ? title : `${title} (#${number})`;
  const words = commits.flatMap((commit) => (commit.subject === title ? [commit.body] : [commit.subject, commit.body]));
  const body = withoutIntents([text?.description ?? "", ...words].filter((each) => each !== "").join("\n\n"));
  return { ...head, subject, body };
}
