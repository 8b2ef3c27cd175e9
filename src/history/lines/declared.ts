import type { CommitRecord } from "../../git/index.js";

/** What a commit's text says it takes back, as written: the commits may be absent, be merges, or be taken back only in part. */
export interface Declaration {
  /** Ids, also abbreviated. */
  readonly commits: readonly string[];
  /** Subjects in quotation marks. */
  readonly subjects: readonly string[];
  readonly pullRequests: readonly number[];
}

/** `git revert` and its relatives: https://git-scm.com/docs/git-revert */
const BY_COMMIT = /\bth(?:is|e)? ?reverts? commits? ([0-9a-f]{7,64})\b/gi;
/** Also several in a row: "reverts commits a1b2c3d, e4f5a6b and …". */
const MORE_COMMITS = /\breverts? commits? ((?:[0-9a-f]{7,64}(?:,| and|, and|&)\s*)+[0-9a-f]{7,64})/gi;
const ID = /\b[0-9a-f]{7,64}\b/gi;
/** `Revert "subject"`, with any quotation marks; quotes may stand inside. */
const BY_SUBJECT =
  /^(?:\[[^\]]*\]\s*)*(?:revert|back ?out|roll ?back|undo|回退|撤销|还原|回滚)(?:ed|s)?:?\s*["“「『'‘](.+)["”」』'’]/i;
/** GitHub's name for the revert of a revert; git's too, since 2.43. */
const REAPPLIED = /^(?:\[[^\]]*\]\s*)*reapply\s*["“](.+)["”]/i;
/** A verb, and in the same sentence a number. */
const BY_NUMBER =
  /(?:\b(?:reverts?|reverting|undo(?:es)?|backs? ?out|rolls? ?back|takes? back)\b|回退|撤销|还原|回滚)[^\n.;。；]{0,40}?(?:#|\bpull\/|\bmerge_requests\/|!)(\d+)/gi;
/** Chinese words with an id. */
const BY_COMMIT_CHINESE = /(?:回退|撤销|还原|回滚)[^\n.;。；]{0,40}?\b([0-9a-f]{7,64})\b/gi;
/** The number that a squash merge puts behind a subject. */
const OWN_NUMBER = /\s*\([#!](\d+)\)\s*$/;

/** Reads the declaration of a subject and a body; null when neither declares anything. */
export function readDeclaration({ subject, body }: Pick<CommitRecord, "subject" | "body">): Declaration | null {
  const text = `${subject.replace(OWN_NUMBER, "")}\n${body}`;
  const quoted = BY_SUBJECT.exec(subject)?.[1];
  const reapplied = REAPPLIED.exec(subject)?.[1];
  const commits = [
    ...firstGroups(text, BY_COMMIT),
    ...firstGroups(text, BY_COMMIT_CHINESE),
    ...firstGroups(text, MORE_COMMITS).flatMap((list) => list.match(ID) ?? []),
  ].map((id) => id.toLowerCase());
  const subjects = [
    ...(quoted === undefined ? [] : [quoted]),
    ...(reapplied === undefined ? [] : [`Revert "${reapplied}"`]),
  ];
  const numbers = [...firstGroups(text, BY_NUMBER), ...subjects.flatMap((each) => OWN_NUMBER.exec(each)?.[1] ?? [])];
  if (commits.length + subjects.length + numbers.length === 0) return null;
  return { commits: [...new Set(commits)], subjects, pullRequests: [...new Set(numbers.map(Number))] };
}

/** Whether a declaration means this commit. */
export function declares(
  declaration: Declaration,
  commit: Pick<CommitRecord, "commit" | "subject">,
  pullRequests: readonly number[],
): boolean {
  return (
    declaration.commits.some((id) => commit.commit.startsWith(id)) ||
    declaration.subjects.some((subject) => bare(subject) === bare(commit.subject)) ||
    declaration.pullRequests.some((number) => pullRequests.includes(number))
  );
}

/** A subject without the number behind it, which quoting often loses. */
function bare(subject: string): string {
  return subject.replace(OWN_NUMBER, "").trim();
}

function firstGroups(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}
