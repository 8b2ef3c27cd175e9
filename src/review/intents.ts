/** What an author declares about a change: `Volteface-Intent: undo #5833 — reason`, in the description or as a trailer. */
export interface Intent {
  /** `#5833`, the beginning of a commit's id, a finding's id or a rule's name. */
  readonly target: string;
  readonly reason: string;
}

/** A line of the description, also as an item of a list; trailers: https://git-scm.com/docs/git-interpret-trailers */
const INTENT =
  /^[ \t>*-]*volteface-intent[ \t]*[:：][ \t]*(?:(?:undo|revert|ignore|allow)[ \t]+)?(\S+)(?:[ \t]+[—–-]+|[:：,，—–])?[ \t]*(.*)$/gim;

/** A blank that was left to be filled in is no reason. */
const BLANK = /^[_\s]*$/;

/** Longer reasons are cut: they are shown where room is short. */
const MOST = 500;

/** The intents of texts, and how many were left without a reason: without one, nobody later knows why. */
export function readIntents(texts: readonly string[]): {
  readonly intents: readonly Intent[];
  readonly without: readonly string[];
} {
  const found = texts.flatMap((text) =>
    [...text.matchAll(INTENT)].map(([, target = "", reason = ""]) => ({
      target: target.replace(/[:,，：—–]$/, ""),
      reason: Array.from(reason.trim()).slice(0, MOST).join(""),
    })),
  );
  const distinct = [...new Map(found.map((each) => [`${each.target}\n${each.reason}`, each])).values()];
  return {
    intents: distinct.filter(({ reason }) => !BLANK.test(reason)),
    without: distinct.filter(({ reason }) => BLANK.test(reason)).map(({ target }) => target),
  };
}

/** A text without its intents: what they name is no declaration of a revert in other words. */
export function withoutIntents(text: string): string {
  return text.replace(INTENT, "");
}

/** Whether an intent speaks of a finding: by its id, its rule, or the change that it takes back. */
export function speaksOf(
  { target }: Intent,
  finding: {
    readonly id: string;
    readonly rule: string;
    readonly undone: { commit: string; pullRequest: number | null } | null;
  },
): boolean {
  const wanted = target.toLowerCase();
  if (wanted === finding.id || wanted === finding.rule) return true;
  if (finding.undone === null) return false;
  const { commit, pullRequest } = finding.undone;
  if (pullRequest !== null && wanted.replace(/^#/, "") === String(pullRequest)) return true;
  return /^[0-9a-f]{7,64}$/.test(wanted) && commit.startsWith(wanted);
}
