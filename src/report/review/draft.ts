import type { Finding, UndoneCell } from "../../review/index.js";
import type { Messages } from "../locales/index.js";
import { bareSubject, cut, refer, referToIssue } from "../refer.js";
import { name, type Text } from "../text.js";

/** Longer values say no more to a reader. */
const VALUE = 160;

/** What an author may put into the description, line by line: a paragraph for each earlier change that is undone. */
export function draftLines(findings: readonly Finding[], messages: Messages): Text[] {
  return findings
    .flatMap((finding) => paragraphOf(finding, messages))
    .flatMap((lines, index) => (index === 0 ? lines : [[], ...lines]));
}

/** One paragraph, if the finding is of a kind that the author can state as meant. */
function paragraphOf({ facts }: Finding, messages: Messages): Text[][] {
  if (facts.rule !== "undoes" || facts.by !== "behavior") return [];
  const { undone } = facts;
  const cells = facts.cells.filter(({ kind }) => kind === "calls" || kind === "effects");
  if (cells.length === 0) return [];
  const say = messages.review.draft;
  return [
    [
      say.returns(cells.map((cell) => cellText(cell, messages))),
      say.because({
        undone: refer(undone, null),
        subject: bareSubject(undone.subject, undone.pullRequest),
        closes: undone.closes.map((issue) => referToIssue(issue, null)),
      }),
      say.right,
      say.intent(refer(undone, null)),
    ],
  ];
}

function cellText({ stage, operation, after }: UndoneCell, { review, findings }: Messages): Text {
  const value = after === "" || after === "—" ? findings.nothing : name(cut(after, VALUE));
  return review.draft.returned(name(stage ?? operation ?? ""), value);
}
