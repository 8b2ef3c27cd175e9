import { join, prose, say, type Text } from "../../text.js";
import type { Messages } from "../en.js";
import { list } from "./words.js";

export const review: Messages["review"] = {
  headline: {
    nothing: say`行为没有变化，也没有新的需要留意之处。`,
    changes: (stages, operations) =>
      stages.length > 0
        ? say`此改动改变了 ${list(stages)} 阶段的行为；没有需要特别留意之处。`
        : say`此改动改变了 ${list(operations)} 的行为；没有需要特别留意之处。`,
    resolves: (count) => say`此改动消除了 ${count} 处问题，没有带来新的。`,
    standing: (ref, count) => (count === 0 ? say`${ref} 上没有需要留意之处。` : say`${ref} 上有 ${count} 处需要留意。`),
    more: (count) => say`下面还有 ${count} 处。`,
  },
  range: (f) =>
    f.behaviors.length === 0
      ? say`从 ${f.base} 到 ${f.head}；没有适用的规则，只比较了代码行。`
      : say`从 ${f.base} 到 ${f.head}，依据规则 ${list(f.behaviors)}。`,
  alone: (f) => say`${f.head}，依据规则 ${list(f.behaviors)}。`,
  named: (ref, commit) => say`${ref}（${commit}）`,
  headings: {
    findings: (count) => say`值得一看（${count} 处）`,
    monitored: (count) => say`暂只计数（${count} 处，规则处于 monitor 模式）`,
    draft: say`若是有意为之，可在描述中写上这样一段`,
    resolved: (count) => say`此改动消除的（${count} 处）`,
    stated: (count) => say`已声明为有意的（${count} 处）`,
    changes: (count) => say`改变了什么（${count} 处）`,
    remarks: say`未能查看的内容`,
    reproduce: say`如何重现`,
  },
  at: (place, func) => (func === null ? say`位于 ${place}` : say`位于 ${place}，在 ${func} 中`),
  identity: (id, rule) => say`${id}，规则 ${rule}`,
  resolved: (sentence, before) => say`${sentence}${before}`,
  asBefore: (who, ref) => say`现已消除，与 ${ref} 上的 ${who} 相同。`,
  gone: say`随此改动消除。`,
  stated: (f) => say`${f.sentence}${f.by}：“${prose(f.reason)}”`,
  statedBy: {
    revert: (): Text => say`改动自身已写明`,
    trailer: (): Text => say`作者声明有意为之`,
    disposition: (who): Text => (who === null ? say`此前已接受` : say`此前已由 ${prose(who)} 接受`),
  },
  standing: (count) => say`基准上原有的 ${count} 处仍在；--all 可列出。`,
  draft: (f) =>
    say`此改动使${join(f.cells, "、")}。${f.undone}（“${prose(f.subject)}”${f.closes.length === 0 ? [] : say`，针对 ${join(f.closes, "、")}`}）当初改变它是因为 ____。我认为现在这样是对的，因为 ____。`,
  returned: (place, value) => say` ${place} 回到 ${value}`,
  remarks: {
    "no-common-history": (f) => say`${f.base} 与 ${f.head} 没有共同的历史，按各自现状作了比较。`,
    "nothing-new": (f) => say`${f.head} 没有 ${f.base} 所没有的内容。`,
    "intent-without-reason": (f) =>
      say`对 ${f.target} 的意图声明没有写明理由，因此不算数；请写成：Volteface-Intent: undo ${f.target} — 理由`,
    "commit-too-large": (f) => say`${f.commit} 改动太大，按行比较时只看了开头部分。`,
  },
};
