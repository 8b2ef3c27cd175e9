import type { Names } from "../../names.js";
import { join, name, say, type Text } from "../../text.js";
import { list, listSome, listTexts, plural } from "./words.js";

/** One sentence or two for a finding, by rule: what is so, and a question. */
export const findings = {
  asymmetry: (f: { setter: string; cleaner: string; keys: readonly string[] }) =>
    say`${f.setter} writes ${list(f.keys)}, and ${f.cleaner} does not remove ${them(f.keys)}. Should it?`,
  guardedCleanup: (f: {
    cleaner: string;
    keys: readonly string[];
    guardedBy: string;
    reachedBy: readonly string[];
  }) => {
    const only = say`${f.cleaner} removes ${list(f.keys)} only where ${f.guardedBy} is present`;
    return f.reachedBy.length === 0
      ? say`${only}. Nothing seen here leaves the one without the other; will that stay so?`
      : say`${only}, and after ${join(f.reachedBy.map(name), " → ")} ${list(f.keys)} ${plural(f.keys.length, "stands", "stand")} alone. What removes ${them(f.keys)} then?`;
  },
  missingStage: (f: { stage: string; calls: string; refs: Names }) =>
    say`Nothing happens at ${f.stage}, where ${listSome(f.refs)} ${plural(f.refs.shown.length + f.refs.more, "has", "have")} ${f.calls}. Is that meant?`,
  unusedOperation: (f: { operation: string; function: string }) =>
    say`${f.operation} (${f.function}) is defined, and nothing calls it. Is it still needed?`,
  twoFlows: (f: { stage: string; flows: readonly { trigger: string; calls: string; function: string }[] }) =>
    say`${f.stage} is served by ${f.flows.length} flows: ${listTexts(f.flows.map(flow))}. Can they meet?`,
  earlyReturn: (f: {
    function: string;
    condition: string;
    exit: string | null;
    skipped: readonly { stage: string; call: string }[];
  }) => {
    const skipped = listTexts(f.skipped.map(({ stage, call }) => say`${call} at ${stage}`));
    return f.exit === null
      ? say`${f.function} reaches ${skipped} only under ${f.condition}, which does not hold once it is over. Is that meant?`
      : say`With ${f.condition}, which holds once it is over, ${f.function} leaves by ${f.exit} before ${skipped}. Is that meant?`;
  },
  uncleanedKey: (f: { key: string; writer: string }) =>
    say`${f.writer} sets ${f.key}, and nothing seen here removes it. What does?`,
  unownedCleanup: (f: { stage: string; call: string; keys: readonly string[] }) =>
    say`${f.call} at ${f.stage} removes ${list(f.keys)} from something that others share, and does not ask whose ${plural(f.keys.length, "it is", "they are")}. May somebody still need ${them(f.keys)}?`,
  undoes: (f: { change: Text; subject: Text; extent: "full" | "partial"; cells: readonly Text[] }) =>
    say`This takes back ${f.extent === "full" ? [] : say`part of `}${f.change} ${f.subject}${f.cells.length === 0 ? [] : say`: ${join(f.cells, "; ")}`}. Is that intended?`,
  cell: (f: { stage: string | null; operation: string | null; before: Text; after: Text }) =>
    say`${f.stage === null ? [] : say`at ${f.stage} `}${f.operation === null ? [] : say`in ${f.operation} `}${f.before} becomes ${f.after}`,
  nothing: say`nothing`,
  more: (count: number) => say`${count} more`,
  missingBackport: (f: { change: Text; subject: Text; refs: Names }) =>
    say`${f.change} ${f.subject} is not on ${listSome(f.refs)}. Is it meant for ${plural(f.refs.shown.length + f.refs.more, "that branch", "those branches")}?`,
  hazard: (f: { message: Text; function: string }) => say`In ${f.function}: ${f.message}`,
  quoted: (subject: Text) => say`“${subject}”`,
};

function them(items: readonly unknown[]): Text {
  return plural(items.length, "it", "them");
}

function flow({ trigger, calls, function: where }: { trigger: string; calls: string; function: string }): Text {
  return say`${trigger} (${calls} in ${where})`;
}
