import { perHundred } from "../../replay/rate.js";
import { prose, say } from "../../text.js";
import type { Messages } from "../en.js";

export const replay: Messages["replay"] = {
  headline: (f) => {
    if (f.merges === 0) return say`${f.ref} 没有可供查看的合并。`;
    return f.comments === 0
      ? say`对 ${f.ref} 最近的 ${f.merges} 次合并，不会有任何评论。`
      : say`对 ${f.ref} 最近的 ${f.merges} 次合并，会有 ${f.comments} 条评论：每 100 次合并 ${perHundred(f)} 条。`;
  },
  span: (from, to) =>
    from === to ? say`合并时间为 ${prose(from)}。` : say`合并时间从 ${prose(from)} 到 ${prose(to)}。`,
  headings: {
    comments: (count) => say`会有的评论（${count} 条，从早到晚）`,
    rules: say`按规则`,
    months: say`按月份`,
  },
  columns: { rule: say`规则`, month: say`月份`, merges: say`合并`, comments: say`见于评论`, counted: say`只计数` },
  merge: (f) => say`${f.date} ${f.who} ${f.subject}`,
};
