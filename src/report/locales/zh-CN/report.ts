import { say } from "../../text.js";
import type { Messages } from "../en.js";
import { listSome } from "./words.js";

export const report: Messages["report"] = {
  headings: {
    matrix: say`分支何处不一致`,
    timeline: say`何以至此`,
    backports: say`何处缺少什么`,
    findings: say`何处需要留意`,
  },
  summed: (heading, sentence) => say`${heading}：${sentence}`,
  withoutBehavior: (refs) => say`另有 ${refs} 个引用完全没有这一行为。`,
  without: (refs, count) => say`没有这一行为：${listSome(refs)}（${count} 个引用）`,
  undone: (ref, undo) => say`在 ${ref} 上，${undo}。`,
  notUndone: (ref, changes, latest, date) =>
    changes === 1
      ? say`${ref} 上只有 ${latest}（${date}）这一次改动，没有撤销过什么。`
      : say`${ref} 上的 ${changes} 次改动没有一次撤销了另一次，最近的是 ${latest}（${date}）。`,
  wouldUndo: (proposal, what) => say`未合并的 ${proposal} 将撤销 ${what}。`,
};
