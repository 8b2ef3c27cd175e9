import { prose, say, type Text } from "../../text.js";
import type { Messages } from "../en.js";

export const replay: Messages["replay"] = {
  headline: (f) =>
    f.comments === 0
      ? say`对 ${f.ref} 最近的 ${f.merges} 次合并，不会说任何话。`
      : say`对 ${f.ref} 最近的 ${f.merges} 次合并会有 ${f.comments} 条评论：每 100 次合并 ${rate(f.comments, f.merges)} 条。`,
  span: (from, to) => say`合并时间从 ${from} 到 ${to}。`,
  headings: {
    comments: (count) => say`会说的话（${count} 条，从早到晚）`,
    rules: say`按规则`,
    months: say`按月份`,
  },
  columns: { rule: say`规则`, month: say`月份`, merges: say`合并`, comments: say`见于评论`, counted: say`只计数` },
  merge: (f) => say`${f.date} ${f.who} ${f.subject}`,
};

function rate(comments: number, merges: number): Text {
  return prose((Math.round((comments / merges) * 1000) / 10).toString());
}
