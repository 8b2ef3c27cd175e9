import type { CommitRecord } from "../../git/index.js";
import { readDeclaration } from "../lines/declared.js";
import { pullRequestsOf } from "../lines/pull-request.js";

/** What the text of a commit says it was picked from. */
export interface PickedFrom {
  /** Ids, also abbreviated: of the original, of a merge that brought it, or of another branch's pick. */
  readonly commits: readonly string[];
  /** Pull requests whose pick it says it is, or is. */
  readonly pullRequests: readonly number[];
}

/** `git cherry-pick -x`, hand-written relatives, and the kernel's stable branches: https://git-scm.com/docs/git-cherry-pick */
const TRAILER =
  /\bcherry[- ]?picked from (?:commit )?([0-9a-f]{7,64})\b|\b(?:back[- ]?port(?:ed)?|cherry[- ]?pick(?:ed)?) of (?:commit )?([0-9a-f]{7,64})\b|^\[? ?(?:upstream )?commit ([0-9a-f]{12,64})(?: upstream)?\.? ?\]?$/gim;
/** "Automated cherry pick of #12", "Backport #12 to …", "(backport of #12)". */
const NUMBER =
  /\b(?:cherry[- ]?pick(?:s|ed|ing)?|back[- ]?port(?:s|ed|ing)?)\b[^\n#]{0,60}?#(\d+)((?:,? (?:and )?#\d+)*)/gi;

/**
 * Reads what a commit says of its origin. `merge` is the merge that brought it alone, which
 * on some branches has the words. The numbers that a revert quotes are another's.
 */
export function readPickedFrom(record: CommitRecord, merge: CommitRecord | null): PickedFrom {
  const texts = [record, ...(merge === null ? [] : [merge])];
  const text = texts.map(({ subject, body }) => `${subject}\n${body}`).join("\n");
  const declared = readDeclaration(record);
  const quoted = new Set(declared?.pullRequests ?? []);
  const numbers = [
    ...texts.flatMap(({ subject }) => pullRequestsOf(subject)),
    ...[...text.matchAll(NUMBER)]
      .flatMap(([, first = "", others = ""]) => [first, ...(others.match(/\d+/g) ?? [])])
      .map(Number),
  ];
  return {
    commits: [
      ...new Set([...text.matchAll(TRAILER)].map((match) => (match[1] ?? match[2] ?? match[3] ?? "").toLowerCase())),
    ],
    pullRequests: [...new Set(numbers)].filter((number) => !quoted.has(number)),
  };
}
