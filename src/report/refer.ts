import { commitLink, issueLink, pullRequestLink } from "./permalink.js";
import { linked, type Text } from "./text.js";

/** What names a change: its pull request, or else its commit. */
export interface Named {
  readonly commit: string;
  readonly pullRequest: number | null;
}

/** `#5833`, or `9681fc70d4` for a commit without a number; linked where an address is known. */
export function refer({ commit, pullRequest }: Named, webUrl: string | null): Text {
  return pullRequest === null
    ? referToCommit(commit, webUrl)
    : linked(`#${pullRequest}`, pullRequestLink(webUrl, pullRequest));
}

export function referToCommit(commit: string, webUrl: string | null): Text {
  return linked(shortId(commit), commitLink(webUrl, commit));
}

/** `#5833 9681fc70d4`, or the commit alone. */
export function referWithCommit(named: Named, webUrl: string | null): Text {
  const commit = referToCommit(named.commit, webUrl);
  return named.pullRequest === null ? commit : [...refer(named, webUrl), " ", ...commit];
}

/** `#12`, an issue; its address says so. */
export function referToIssue(number: number, webUrl: string | null): Text {
  return linked(`#${number}`, issueLink(webUrl, number));
}

function shortId(commit: string): string {
  return commit.slice(0, 10);
}

/** A whole id as a ref says no more than its beginning. */
export function shortRef(ref: string): string {
  return ref.replace(/[0-9a-f]{40,64}/g, shortId);
}

/** A subject without the number that stands before it anyway: `fix it (#12)` → `fix it`. */
export function bareSubject(subject: string, pullRequest: number | null): string {
  if (pullRequest === null) return subject;
  const own = ` (#${pullRequest})`;
  return subject.endsWith(own) ? subject.slice(0, -own.length).trimEnd() : subject;
}

/** The day of a UTC date. */
export function day(date: string): string {
  return date.slice(0, 10);
}

/** The beginning of a text that is too long to be shown whole. */
export function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
