import { join, prose, say, type Text } from "../../text.js";
import type { Messages } from "../en.js";
import { listTexts } from "./words.js";

export const undoes: Messages["undoes"] = {
  headline: {
    one: (f) =>
      say`${f.change} 撤销了 ${f.what} 的${f.percent >= 100 ? all : say` ${f.percent} %`}${f.more > 0 ? say`，以及另外 ${f.more} 个改动的一部分` : []}。`,
    none: (change) => say`就目前所知，${change} 没有撤销什么。`,
    many: (taking, changes) =>
      taking === 0
        ? say`就目前所知，${changes} 个改动都没有撤销什么。`
        : say`${changes} 个改动中有 ${taking} 个撤销了什么。`,
    all: say`--all 还会列出依据不足的结果。`,
  },
  taking: (change, count) => say`${change} 撤销的改动（${count} 个）`,
  undone: (f) => say`${f.who} ${f.subject}（${f.date}）`,
  share: (f) => say`占其 ${f.percent} %；可信度${confidence[f.confidence]}，${by[f.by]}`,
  kind: (kind, lines) =>
    kind === "brings-back" ? say`恢复了它删去的内容（共 ${lines} 行）` : say`删去了它加入的内容（共 ${lines} 行）`,
  kindByBehavior: (kind) => (kind === "brings-back" ? say`恢复了它替换掉的行为` : say`去掉了它加入的行为`),
  declared: (declared) => (declared ? say`该改动自己写明了这一点` : say`该改动没有写明这一点`),
  condition: (text) => say`被删去的行写明了何时可以删去：${text}`,
  quoted: (text) => say`“${prose(text)}”`,
  also: (commits) => say`连同同一拉取请求的 ${listTexts(commits)}`,
  chain: (commits) => say`此前曾加入又删去：${join(commits, " → ")}`,
  line: (place, change, text) => say`${place} ${change === "adds-removed" ? say`+` : say`−`} ${text}`,
  moreLines: (count) => say`另外 ${count} 行`,
  more: (count) => say`另外 ${count} 个`,
  headings: { remarks: say`未能查看的内容` },
  remarks: {
    "commit-too-large": (commit) => say`${commit} 改动过大，只查看了开头部分。`,
    "file-unread": (commit, path) =>
      path === null ? say`${commit} 改动的一个目录不在这个克隆中。` : say`${commit} 改动的 ${path} 不在这个克隆中。`,
    "history-ends": (commits) =>
      say`这是浅克隆：${listTexts(commits)} 之前的历史无从得知；可用 git fetch --unshallow 获取。`,
    "files-not-followed": (commit, files) => say`${commit} 涉及的文件过多，其中 ${files} 个没有查看。`,
  },
};

const all: Text = say`全部`;
const confidence = { high: say`高`, medium: say`中`, low: say`低` };
const by = { behavior: say`依据各阶段的行为`, lines: say`依据代码行` };
