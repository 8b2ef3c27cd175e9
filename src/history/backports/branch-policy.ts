/** What a branch still gets: everything, fixes of security only, or nothing. */
export const policies = ["maintained", "security-only", "end-of-life"] as const;
export type Policy = (typeof policies)[number];

/** What is said about a branch. */
export interface BranchPolicy {
  readonly policy: Policy;
  /** The first and the last day on which this holds, `2026-03-31`; null for no such end. */
  readonly since: string | null;
  readonly until: string | null;
}

/** What tells whether a change is one of security. */
export interface ChangeWords {
  readonly subject: string;
  readonly body?: string;
  /** Of its pull request, where they are known. */
  readonly labels?: readonly string[];
}

/**
 * Whether maintainers may be asked if a branch was meant to have a change. Never on a day outside of the
 * policy's time, never of a branch at its end of life, and of one that gets security fixes only when
 * the change is marked as such. A branch that nothing is said about (null) is asked.
 *
 * @param day the day on which is asked, `2026-03-31`
 */
export function mayBeAsked(policy: BranchPolicy | null, change: ChangeWords, day: string): boolean {
  if (policy === null) return true;
  const { since, until } = policy;
  if ((since !== null && day < since) || (until !== null && day > until)) return false;
  return policy.policy === "maintained" || (policy.policy === "security-only" && isSecurityChange(change));
}

const ADVISORY = /\bCVE-\d{4}-\d{4,}\b|\bGHSA(?:-[0-9a-z]{4}){3}\b/i;
/** The word, where it is not part of a name or path, or of a thing that is merely called so. */
const SECURITY = /(?<![\w./-])security(?![\w/-]|\.\w|\s+(?:groups?|contexts?|insights?|polic(?:y|ies))\b)/i;
const SECURITY_LABEL = /(?:^|[/:_ -])security$/i;

/** An advisory's number in its text, the word in its subject, or a label that ends in it. */
function isSecurityChange({ subject, body = "", labels = [] }: ChangeWords): boolean {
  return (
    ADVISORY.test(`${subject}\n${body}`) ||
    SECURITY.test(subject) ||
    labels.some((label) => SECURITY_LABEL.test(label.trim()))
  );
}
