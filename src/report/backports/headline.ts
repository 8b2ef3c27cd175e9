import type { Backports } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import type { Text } from "../text.js";
import { policyAgainst, questionsOf, questionText } from "./questions.js";

/** The first question, or that there is none. */
export function backportsHeadline(backports: Backports, messages: Messages, webUrl: string | null): Text {
  const say = messages.backports.headline;
  const { from, refs, changes } = backports;
  if (changes.length === 0) return say.noChanges(from);
  if (refs.length === 0) return say.noRefs(from);
  const [first, ...more] = questionsOf(backports);
  if (first !== undefined) {
    const question = questionText(first, backports, messages, webUrl);
    return more.length === 0 ? question : [...question, ...say.more(more.length)];
  }
  if (refs.some((ref) => policyAgainst(backports, ref) !== null)) return say.ruledOut(from);
  const concerned = concernedRefs(backports);
  return concerned.length === 0 ? say.noneApplies(from) : say.nothingMissing(from, concerned.length);
}

/** Branches to which at least one change applies. */
export function concernedRefs({ refs, changes }: Backports): string[] {
  return refs.filter((ref) => changes.some(({ on }) => (on[ref]?.status ?? "not-applicable") !== "not-applicable"));
}
