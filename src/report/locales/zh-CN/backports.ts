import { join, say } from "../../text.js";
import type { Messages } from "../en.js";
import { listSome, listTexts } from "./words.js";

export const backports: Messages["backports"] = {
  headline: {
    noChanges: (from) => say`${from} 上没有改动过这一行为。`,
    noRefs: (from) => say`没有可以与 ${from} 比较的分支。`,
    nothingMissing: (from, refs) => say`${from} 的改动所涉及的 ${refs} 个分支都有其中仍然有效的全部改动。`,
    ruledOut: (from) => say`各分支缺少的 ${from} 的改动，按其策略都不需要。`,
    noneApplies: (from) => say`其他分支都没有 ${from} 的改动所涉及的代码。`,
    more: (questions) => say`下面还有 ${questions} 个问题。`,
  },
  question: {
    missing: (f) => say`${f.refs} 没有 ${listTexts(f.changes)}：是否应当有？`,
    partial: (f) => say`${f.refs} 只有 ${listTexts(f.changes)} 的一部分：是否有意如此？`,
    reverted: (f) => say`${f.refs} 撤销了 ${listTexts(f.changes)}：是否有意如此？`,
  },
  refs: (refs) => listSome(refs),
  changes: (changes, more) => (more > 0 ? [...changes, say`另外 ${more} 个`] : [...changes]),
  behavior: (id, title, from) => say`${id}，${from} 的改动：${title}`,
  commits: (from) => say`${from} 的改动`,
  headings: {
    questions: (count) => say`问题（${count} 个）`,
    table: say`哪个分支有什么`,
    superseded: (from, count) => say`在 ${from} 上已不再有效（${count} 个）`,
    quiet: say`确实有，但没有注明`,
  },
  change: say`改动`,
  titled: (who, subject) => say`${who} ${subject}`,
  status: {
    present: say`有`,
    partial: say`部分`,
    missing: say`没有`,
    "not-applicable": say`—`,
    reverted: say`已撤销`,
  },
  legend: {
    question: say`? 是向该分支维护者提出的问题，并非过失`,
    notApplicable: say`— 不适用：它所改动的代码在那里从未有过`,
    superseded: (from) => say`${from} 自己后来已替换的改动，在哪里都不算缺少。`,
    notAsked: (refs) => say`按策略不询问：${listTexts(refs.map(({ ref, policy }) => say`${ref}（${policy}）`))}。`,
    hidden: (refs, count) => say`以下分支与这些改动无关，未列出：${listSome(refs)}（${count} 个）。`,
  },
  quiet: {
    note: say`编号、提交说明和共同历史都没有提到；括号中是判断的依据。`,
    at: (f) =>
      say`${f.ref} 上的 ${f.who}${f.commit === null ? [] : say`，提交为 ${f.commit}`}（${join(f.witnesses, "、")}）`,
  },
  witness: {
    behavior: say`行为`,
    ancestor: say`祖先提交`,
    trailer: say`提交说明`,
    number: say`编号`,
    "patch-id": say`patch-id`,
    similarity: say`内容相似`,
  },
};
