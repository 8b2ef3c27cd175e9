import type { Finding } from "../../review/index.js";
import type { Messages } from "../locales/index.js";
import { bareSubject, refer, referToIssue } from "../refer.js";
import { name, type Text } from "../text.js";

/** Paragraphs that an author may put into the description, one for each earlier change that is undone. */
export function drafts(findings: readonly Finding[], messages: Messages, webUrl: string | null): Text[] {
  const say = messages.review;
  return findings.flatMap(({ facts }): Text[] => {
    if (facts.rule !== "undoes" || facts.by !== "behavior") return [];
    const { undone, cells } = facts;
    const returned = cells
      .filter(({ kind }) => kind === "calls" || kind === "effects")
      .map(({ stage, operation, after }) => say.returned(name(stage ?? operation ?? ""), name(after)));
    if (returned.length === 0) return [];
    return [
      say.draft({
        cells: returned,
        undone: refer(undone, webUrl),
        subject: bareSubject(undone.subject, undone.pullRequest),
        closes: undone.closes.map((issue) => referToIssue(issue, webUrl)),
      }),
    ];
  });
}
