import { join, prose, say, type Text } from "../../text.js";
import { list, plural } from "./words.js";

/** What is to be told of a change. */
export const review = {
  headline: {
    nothing: say`No change of behavior, and nothing new that asks for attention.`,
    changes: (stages: readonly string[], operations: readonly string[]) =>
      stages.length > 0
        ? say`This changes behavior at ${list(stages)}; nothing in it asks for attention.`
        : say`This changes behavior in ${list(operations)}; nothing in it asks for attention.`,
    resolves: (count: number) =>
      say`This resolves ${count} ${plural(count, "finding", "findings")} and brings in no new one.`,
    standing: (ref: string, count: number) =>
      count === 0
        ? say`Nothing on ${ref} asks for attention.`
        : say`${count} ${plural(count, "finding stands", "findings stand")} on ${ref}.`,
    more: (count: number) => say` ${count} more ${plural(count, "finding", "findings")} below.`,
  },
  range: (f: { base: Text; head: Text; behaviors: readonly string[] }) =>
    f.behaviors.length === 0
      ? say`From ${f.base} to ${f.head}; no rules apply, so only lines were compared.`
      : say`From ${f.base} to ${f.head}, by the rules ${list(f.behaviors)}.`,
  alone: (f: { head: Text; behaviors: readonly string[] }) => say`${f.head}, by the rules ${list(f.behaviors)}.`,
  named: (ref: string, commit: Text) => say`${ref} (${commit})`,
  headings: {
    findings: (count: number) => say`Worth a look (${count})`,
    monitored: (count: number) => say`Only counted so far (${count}, rules in monitor mode)`,
    draft: say`A paragraph for the description, if this is meant`,
    resolved: (count: number) => say`Resolved by this (${count})`,
    stated: (count: number) => say`Declared as intended (${count})`,
    changes: (count: number) => say`What changes (${count})`,
    remarks: say`What could not be looked at`,
    reproduce: say`How to see this again`,
  },
  at: (place: Text, func: string | null) => (func === null ? say`at ${place}` : say`at ${place}, in ${func}`),
  identity: (id: string, rule: string) => say`${id}, of the rule ${rule}`,
  resolved: (sentence: Text, before: Text) => say`${sentence}${before}`,
  asBefore: (who: Text, ref: string) => say` Gone, as with ${who} on ${ref}.`,
  gone: say` Gone with this change.`,
  stated: (f: { sentence: Text; reason: string; by: Text }) => say`${f.sentence} ${f.by}: “${prose(f.reason)}”`,
  statedBy: {
    revert: (): Text => say`The change says so itself`,
    trailer: (): Text => say`Intended, says the author`,
    disposition: (who: string | null): Text =>
      who === null ? say`Accepted before` : say`Accepted before by ${prose(who)}`,
  },
  standing: (count: number) =>
    say`${count} ${plural(count, "finding", "findings")} of the base ${plural(count, "stands", "stand")} as before; --all lists ${plural(count, "it", "them")}.`,
  /** Text for the author to finish; the blanks are theirs. */
  draft: (f: { cells: readonly Text[]; undone: Text; subject: string; closes: readonly Text[] }) =>
    say`This returns ${join(f.cells, ", ")}. ${f.undone} (“${prose(f.subject)}”${f.closes.length === 0 ? [] : say`, for ${join(f.closes, ", ")}`}) had changed it because ____. I think this is right because ____.`,
  returned: (place: Text, value: Text) => say`${place} to ${value}`,
  remarks: {
    "no-common-history": (f: { base: string; head: string }) =>
      say`${f.base} and ${f.head} have no common history; they were compared as they are.`,
    "nothing-new": (f: { base: string; head: string }) => say`${f.head} has nothing that ${f.base} has not.`,
    "intent-without-reason": (f: { target: string }) =>
      say`an intent for ${f.target} gives no reason, and so does not count; write: Volteface-Intent: undo ${f.target} — reason`,
    "commit-too-large": (f: { commit: string }) =>
      say`${f.commit} changes so much that only its beginning was compared by lines.`,
  },
};
