import type { CommitRecord } from "../../git/index.js";
import type { ReviewRequest } from "./request.js";

/** A change as one commit: its head, speaking with the words of the pull request and of all its commits. */
export function changeRecord(commits: readonly CommitRecord[], text: ReviewRequest["text"]): CommitRecord | null {
  const [head] = commits;
  if (head === undefined) return null;
  const title = text === null || text.title === "" ? head.subject : text.title;
  const own = number === null || title.includes(`#${number}`) ? title : `${title} (#${number})`;
  const words = commits.flatMap(({ subject, body }) => (subject === title ? [body] : [subject, body]));
  return {
    ...head,
    subject: own,
    body: [text?.description ?? "", ...words].filter((each) => each !== "").join("\n\n"),
  };
}
