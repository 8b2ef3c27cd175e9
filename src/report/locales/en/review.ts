import { prose, say, type Text } from "../../text.js";
import { list, listTexts, plural } from "./words.js";

/** What is to be told of a change. */
export const review = {
  headline: {
    nothing: say`No change of behavior, and nothing new that asks for attention.`,
    changes: (stages: readonly string[], operations: readonly string[]) =>
      stages.length > 0
        ? say`This changes behavior at ${list(stages)}; nothing in it asks for attention.`
        : say`This changes behavior in ${list(operations)}; nothing in it asks for attention.`,
    resolves: (count: number, notices: boolean) =>
      notices
        ? say`This resolves ${count} ${plural(count, "finding", "findings")}.`
        : say`This resolves ${count} ${plural(count, "finding", "findings")} and brings in no new one.`,
    standing: (ref: string, count: number) =>
      count === 0
        ? say`Nothing on ${ref} asks for attention.`
        : say`${count} ${plural(count, "finding stands", "findings stand")} on ${ref}.`,
    more: (count: number) => say` ${count} more ${plural(count, "finding", "findings")} below.`,
  },
  range: (f: { base: Text; head: Text; behaviors: readonly string[] }) =>
    f.behaviors.length === 0
      ? say`From ${f.base} to ${f.head}; no rules apply, so only lines were compared.`
      : say`From ${f.base} to ${f.head}, by the rules of ${list(f.behaviors)}.`,
  alone: (f: { head: Text; behaviors: readonly string[] }) => say`${f.head}, by the rules of ${list(f.behaviors)}.`,
  named: (ref: string, commit: Text) => say`${ref} (${commit})`,
  headings: {
    findings: (count: number) => say`Worth a look (${count})`,
    more: (count: number) => say`Also worth a look (${count})`,
    monitored: (count: number) => say`Only counted so far (${count}, rules in monitor mode)`,
    draft: say`A paragraph for the description, if this is meant; the blanks are yours`,
    resolved: (count: number) => say`No longer so after this (${count})`,
    stated: (count: number) => say`Declared as intended (${count})`,
    changes: (count: number) => say`What changes (${count})`,
    remarks: say`Please note`,
    reproduce: say`How to see this again`,
  },
  at: (places: readonly Text[], func: string | null) =>
    func === null ? say`at ${listTexts(places)}` : say`at ${listTexts(places)}, in ${func}`,
  asOf: (place: Text, commit: Text) => say`${place} as of ${commit}`,
  identity: (id: string, rule: string) => say`finding ${id} of the rule ${rule}`,
  /** After what is so no more: who did the same elsewhere. */
  asBefore: (who: Text, ref: string) => say`${who} did the same on ${ref}.`,
  stated: (f: { fact: Text; reason: string; by: Text }) => say`${f.fact} ${f.by}: “${prose(f.reason)}”`,
  statedBy: {
    revert: (): Text => say`The change says so itself`,
    trailer: (): Text => say`Intended, says the author`,
    disposition: (who: string | null): Text =>
      who === null ? say`Accepted before` : say`Accepted before by ${prose(who)}`,
  },
  standing: (count: number) =>
    say`${count} ${plural(count, "finding", "findings")} of the base ${plural(count, "stands", "stand")} as before; ${"volteface review --all"} lists ${plural(count, "it", "them")}.`,
  /** Text for the author to finish; the blanks are theirs. */
  draft: {
    returns: (cells: readonly Text[]) => say`This returns ${listTexts(cells)}.`,
    returned: (place: Text, value: Text) => say`${place} to ${value}`,
    because: (f: { undone: Text; subject: string; closes: readonly Text[] }) =>
      say`${f.undone} (“${prose(f.subject)}”${f.closes.length === 0 ? [] : say`, for ${listTexts(f.closes)}`}) had changed that because ____.`,
    right: say`I think this is right because ____.`,
    intent: (undone: Text) => say`Volteface-Intent: undo ${undone} — ____`,
  },
  remarks: {
    "no-common-history": (f: { base: string; head: string }) =>
      say`${f.base} and ${f.head} have no common history; they were compared as they are.`,
    "nothing-new": (f: { base: string; head: string }) => say`${f.head} has nothing that ${f.base} has not.`,
    "intent-without-reason": (f: { target: string }) =>
      say`An intent for ${f.target} gives no reason, and so does not count; write: ${`Volteface-Intent: undo ${f.target} — reason`}`,
    "sources-unread": (f: { sources: number }) =>
      say`${f.sources} ${plural(f.sources, "source", "sources")} of the compared refs could not be read; what ${plural(f.sources, "it does", "they do")} is not known.`,
    "commit-too-large": (f: { commit: string }) =>
      say`${f.commit} changes so much that only its beginning was compared by lines.`,
  },
};
