import { raise } from "../../findings/raised.js";
import type { Names } from "../../names.js";
import { join, name, say, type Text } from "../../text.js";
import { list, listSome, listTexts, plural } from "./words.js";

/** A finding by rule: what is so, and what is asked about it. */
export const findings = {
  asymmetry: (f: { setter: string; cleaner: string; keys: readonly string[] }) =>
    raise(say`${f.setter} writes ${list(f.keys)}, and ${f.cleaner} does not remove ${them(f.keys)}.`, say`Should it?`),
  guardedCleanup: (f: {
    cleaner: string;
    keys: readonly string[];
    guardedBy: string;
    reachedBy: readonly string[];
  }) => {
    const only = say`${f.cleaner} removes ${list(f.keys)} only where ${f.guardedBy} is present`;
    return f.reachedBy.length === 0
      ? raise(say`${only}. Nothing seen here leaves the one without the other.`, say`Will that stay so?`)
      : raise(
          say`${only}, and after ${join(f.reachedBy.map(name), " → ")} ${list(f.keys)} ${plural(f.keys.length, "stands", "stand")} alone.`,
          say`What removes ${them(f.keys)} then?`,
        );
  },
  missingStage: (f: { stage: string; calls: string; refs: Names }) =>
    raise(
      say`Nothing happens at ${f.stage}, where ${listSome(f.refs)} ${plural(f.refs.shown.length + f.refs.more, "has", "have")} ${f.calls}.`,
      say`Is that meant?`,
    ),
  unusedOperation: (f: { operation: string; function: string }) =>
    raise(say`${f.operation} (${f.function}) is defined, and nothing calls it.`, say`Is it still needed?`),
  twoFlows: (f: { stage: string; flows: readonly { trigger: string; calls: string; function: string }[] }) =>
    raise(say`${f.stage} is served by ${f.flows.length} flows: ${listTexts(f.flows.map(flow))}.`, say`Can they meet?`),
  earlyReturn: (f: {
    function: string;
    condition: string;
    exit: string | null;
    skipped: readonly { stage: string; call: string }[];
  }) => {
    const skipped = listTexts(f.skipped.map(({ stage, call }) => say`${call} at ${stage}`));
    const fact =
      f.exit === null
        ? say`${f.function} reaches ${skipped} only under ${f.condition}, which does not hold once it is over.`
        : say`With ${f.condition}, which holds once it is over, ${f.function} leaves by ${f.exit} before ${skipped}.`;
    return raise(fact, say`Is that meant?`);
  },
  uncleanedKey: (f: { key: string; writer: string }) =>
    raise(say`${f.writer} sets ${f.key}, and nothing seen here removes it.`, say`What does?`),
  unownedCleanup: (f: { stage: string; call: string; keys: readonly string[] }) =>
    raise(
      say`${f.call} at ${f.stage} removes ${list(f.keys)} from something that others share, and does not ask whose ${plural(f.keys.length, "it is", "they are")}.`,
      say`May somebody still need ${them(f.keys)}?`,
    ),
  /** `before` is the change again, without an address: one link is enough. */
  undoes: (f: { change: Text; subject: Text; before: Text; extent: "full" | "partial"; cells: readonly Text[] }) => {
    const cells = f.cells.length === 0 ? [] : say`: ${join(f.cells, "; ")}, as it was before ${f.before}`;
    return raise(
      say`This takes back ${f.extent === "full" ? [] : say`part of `}${f.change} ${f.subject}${cells}.`,
      say`Is that intended?`,
    );
  },
  cell: (f: { stage: string | null; operation: string | null; before: Text; after: Text }) =>
    say`${f.stage === null ? [] : say`at ${f.stage} `}${f.operation === null ? [] : say`in ${f.operation} `}${f.before} becomes ${f.after}`,
  nothing: say`nothing`,
  more: (count: number) => say`${count} more`,
  missingBackport: (f: { change: Text; subject: Text; refs: Names }) =>
    raise(
      say`${f.change} ${f.subject} is not on ${listSome(f.refs)}.`,
      say`Is it meant for ${plural(f.refs.shown.length + f.refs.more, "that branch", "those branches")}?`,
    ),
  /** `ends`: the author has ended the sentence. */
  hazard: (f: { message: Text; function: string; ends: boolean }) =>
    raise(say`In ${f.function}: ${f.message}${f.ends ? [] : ["."]}`, []),
  quoted: (subject: Text) => say`“${subject}”`,
};

function them(items: readonly unknown[]): Text {
  return plural(items.length, "it", "them");
}

function flow({ trigger, calls, function: where }: { trigger: string; calls: string; function: string }): Text {
  return say`${trigger} (${calls} in ${where})`;
}
