import { join, name, say, type Text } from "../../text.js";
import type { Messages } from "../en.js";
import { list, listTexts, nameOr } from "./words.js";

export const timeline: Messages["timeline"] = {
  headline: {
    changes: (f) =>
      f.count === 1
        ? say`${f.ref} 上有 1 次改动（${f.from}）。`
        : say`${f.ref} 上有 ${f.count} 次改动（${f.from} 至 ${f.to}）。`,
    none: (ref) => say`${ref} 上没有提交改动过这一行为。`,
    noneInSight: (ref) => say`在这个浅克隆所能看到的范围内，${ref} 上没有提交改动过这一行为。`,
    noUndo: say`没有一次改动撤销了另一次。`,
    proposals: (count) => say`另有 ${count} 个提议会改动它。`,
  },
  tookBack: (f) =>
    say`${f.by}（${f.date}）${f.places}撤销了 ${f.what} 的${f.all ? all : part}${f.onlyConditions ? conditionsOnly : []}`,
  saysTookBack: (f) => say`${f.by}（${f.date}）自称撤销了 ${f.what}，但没有一个阶段回到原样`,
  sentence: (text) => say`${text}。`,
  behavior: (id, title, ref) => say`${ref} 上的 ${id}：${title}`,
  headings: {
    changes: (count) => say`改动（${count} 次，从早到晚）`,
    proposals: (count) => say`提议（${count} 个）`,
    chains: say`各阶段的变化`,
    reach: say`查看的范围`,
  },
  event: (f) => say`${f.date} ${f.who} ${f.subject}（${f.author}）`,
  inState: (event, state) => say`${event}，${state}`,
  state: { merged: say`已合并`, open: say`打开`, closed: say`已关闭` },
  notMerged: say`未合并`,
  statesUnknown: say`这里无从得知它们是打开还是已关闭；设置 GITHUB_TOKEN 并使用 --github OWNER/REPO 可向 GitHub 查询。`,
  place: (stage, operation) =>
    stage === null ? name(operation ?? "—") : operation === null ? name(stage) : say`${stage}，${operation}`,
  places: (places) => join(places, "；"),
  change: (places, before, after, kind) => say`${places}：${nameOr(before, "无")} → ${nameOr(after, "无")}（${kind}）`,
  kinds: { calls: say`调用`, effects: say`效果`, trigger: say`触发`, guards: say`条件` },
  conditions: (places) => say`${places}：条件改变`,
  gone: (conditions) => say`去掉：${conditions}`,
  new: (conditions) => say`新增：${conditions}`,
  shortened: say`过长的条件已截短，--format json 可得到全文。`,
  relation: {
    undoes: (f) =>
      say`${f.places}撤销了 ${f.what} 的${f.all ? all : part}${f.onlyConditions ? conditionsOnly : []}；提交说明${f.declared ? says : saysNot}这一点`,
    declares: (f) => say`自称撤销了 ${f.what}，但没有一个阶段回到在那之前的样子`,
    restores: (f) => say`${f.places}恢复了 ${f.what} 的设定`,
    moves: (f) =>
      say`${f.places}把${f.operations.length === 0 ? theCalls : say` ${list(f.operations)} `}移离了 ${f.what} 安排的位置（函数或触发方式）`,
    relands: (f) => say`${f.places}重新合入了 ${f.what} 的${f.all ? all : part}`,
    picks: (f) => say`摘取自 ${f.what}`,
  },
  labels: (labels) => say`标签：${list(labels)}`,
  closes: (issues) => say`声明将关闭 ${listTexts(issues)}`,
  on: (refs) => say`见于 ${listTexts(refs)}`,
  as: (ref, commit) => say`${ref} 上的 ${commit}`,
  more: (count) => say`另外 ${count} 个`,
  chain: (stage, steps) => say`${stage}：${steps}`,
  step: (value, who) => say`${nameOr(value, "无")} ${who}`,
  inherited: (value) => say`${value}（此前已有）`,
  earlierSteps: (count) => say`……此前 ${count} 步`,
  proposedSteps: (steps) => say`；提议：${steps}`,
  diagram: {
    undoing: (who, what) => say`${who} 撤销 ${what}`,
    proposed: (who, state) => say`${who}，${state}`,
    nothing: say`无`,
    cut: (steps) => say`图中略去了较早的 ${steps} 步。`,
  },
  reach: {
    seeded: (commits, ref) =>
      say`${ref} 的 ${commits} 个提交，只看今天各分支上仍有的相关文件；--deep 还会读取已不存在的文件。`,
    deep: (commits, ref) => say`${ref} 的 ${commits} 个提交，包括曾经改动过的所有源文件。`,
    shallow: (commit) => say`这是浅克隆：${commit} 之前的历史无从得知；可用 git fetch --unshallow 获取。`,
    problems: (count) => say`有 ${count} 个对象无法读取；其中的改动可能没有列出。`,
  },
};

const all: Text = say`全部`;
const part: Text = say`一部分`;
const conditionsOnly: Text = say`（仅条件）`;
const theCalls: Text = say`调用`;
const says: Text = say`写明了`;
const saysNot: Text = say`没有写明`;
