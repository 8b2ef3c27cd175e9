import { join, prose, say } from "../../text.js";
import type { Messages } from "../en.js";

export const app: Messages["app"] = {
  folded: (head) => say`这里已无需说明：截至 ${head}，原先所述的情况不再存在。`,
  howToAnswer: say`如何在此答复`,
  answer: (f) => say`${f.command}，由 ${prose(f.author)} 提出`,
  check: {
    running: say`正在查看`,
    runningSummary: say`正在审查。`,
    superseded: say`未完成：有了更新的内容`,
    supersededSummary: say`请看最新提交上的检查。`,
    draft: say`未查看：仍是草稿`,
    draftSummary: say`此仓库的设置为 ${"drafts: off"}。待其可供审查或有人给出命令时再查看。`,
    unable: say`无法查看此改动`,
    trouble: say`Volteface 未能完成`,
    troubleSummary: (id) => say`问题出在 Volteface，而不在此改动。详情见运行者的日志，编号 ${id}。`,
    again: { label: "重新运行", description: "重新审查此拉取请求" },
  },
  help: {
    about: say`可写入此仓库的人可用的命令，每条评论一条，写在行首：`,
    compare: say`这些分支、标签或提交各自做什么`,
    timeline: say`基准分支如何变成现在这样`,
    explain: say`某处发现或某条规则的含义，以及如何答复`,
    intended: say`此拉取请求所撤销的内容是有意为之；理由会显示出来`,
    ignore: say`此处不再提示该发现；理由会显示出来`,
    help: say`本列表`,
  },
  problems: {
    unknown: (word, usages) =>
      say`没有命令 ${word}；可用的有 ${join(
        usages.map((usage) => [{ name: usage }]),
        "、",
      )}。`,
    needs: (usage) => say`写法是 ${usage}。`,
    several: say`一条评论只能有一条命令；请分开写。`,
    noFinding: (id) => say`此拉取请求上没有编号为 ${id} 的发现，因此没有忽略任何内容。此处的发现及其编号见上文。`,
    nothingNamed: (id) => say`这里没有名为 ${id} 的发现或规则。`,
  },
};
