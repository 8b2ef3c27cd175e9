import { join, prose, say, type Text } from "../../text.js";
import type { Messages } from "../en.js";
import { list, listTexts } from "./words.js";

export const review: Messages["review"] = {
  headline: {
    nothing: say`行为没有变化，也没有新的需要留意之处。`,
    changes: (stages, operations) =>
      stages.length > 0
        ? say`本次改动改变了 ${list(stages)} 阶段的行为；没有需要特别留意之处。`
        : say`本次改动改变了 ${list(operations)} 的行为；没有需要特别留意之处。`,
    resolves: (count, notices) =>
      notices ? say`本次改动消除了 ${count} 处问题。` : say`本次改动消除了 ${count} 处问题，没有带来新的。`,
    standing: (ref, count) => (count === 0 ? say`${ref} 上没有需要留意之处。` : say`${ref} 上有 ${count} 处需要留意。`),
    more: (count) => say`下面还有 ${count} 处。`,
  },
  range: (f) =>
    f.behaviors.length === 0
      ? say`从 ${f.base} 到 ${f.head}；没有适用的规则包，只比较了代码行。`
      : say`从 ${f.base} 到 ${f.head}，依据规则包 ${list(f.behaviors)}。`,
  alone: (f) => say`${f.head}，依据规则包 ${list(f.behaviors)}。`,
  named: (ref, commit) => say`${ref} (${commit})`,
  headings: {
    findings: (count) => say`值得一看（${count} 处）`,
    more: (count) => say`另外值得一看（${count} 处）`,
    monitored: (count) => say`暂只计数（${count} 处，规则处于 monitor 模式）`,
    draft: say`若是有意为之，可在描述中写上这样一段（空白处由您填写）`,
    resolved: (count) => say`本次改动之后不再如此（${count} 处）`,
    stated: (count) => say`已声明为有意的（${count} 处）`,
    changes: (count) => say`改变了什么（${count} 处）`,
    remarks: say`请注意`,
    reproduce: say`如何重现`,
  },
  at: (places, func) =>
    func === null ? say`位于 ${listTexts(places)}` : say`位于 ${listTexts(places)}，在 ${func} 中`,
  asOf: (place, commit) => say`${place}（提交 ${commit}）`,
  identity: (id, rule) => say`编号 ${id}，规则 ${rule}`,
  asBefore: (who, ref) => say`${who} 在 ${ref} 上也消除了它。`,
  stated: (f) => say`${f.fact}${f.by}：“${prose(f.reason)}”`,
  statedBy: {
    revert: (): Text => say`改动自身已写明`,
    trailer: (): Text => say`作者声明有意为之`,
    disposition: (who): Text => (who === null ? say`此前已接受` : say`此前已由 ${prose(who)} 接受`),
  },
  standing: (count) => say`基准上原有的 ${count} 处问题依旧；可用 ${"volteface review --all"} 列出。`,
  draft: {
    returns: (cells) => say`本次改动让 ${join(cells, "，")}。`,
    returned: (place, value) => say`${place} 回到 ${value}`,
    because: (f) =>
      say`${f.undone}（“${prose(f.subject)}”${f.closes.length === 0 ? [] : say`，针对 ${listTexts(f.closes)}`}）当初改变它，是因为 ____。`,
    right: say`我认为现在这样是对的，因为 ____。`,
    intent: (undone) => say`Volteface-Intent: undo ${undone} — ____`,
  },
  remarks: {
    "no-common-history": (f) => say`${f.base} 与 ${f.head} 没有共同的历史，按各自现状作了比较。`,
    "nothing-new": (f) => say`${f.head} 没有 ${f.base} 所没有的内容。`,
    "intent-without-reason": (f) =>
      say`对 ${f.target} 的意图声明没有写明理由，因此不算数；请写成：${`Volteface-Intent: undo ${f.target} — 理由`}`,
    "sources-unread": (f) => say`所比较的引用中有 ${f.sources} 个源文件无法读取，其行为未知。`,
    "commit-too-large": (f) => say`${f.commit} 改动太大，按行比较时只看了开头部分。`,
  },
};
