import { join, name, say, type Text } from "../../text.js";
import type { Messages } from "../en.js";
import { list, listSome, orNothing } from "./words.js";

export const matrix: Messages["matrix"] = {
  headline: {
    alone: (ref) => say`只给出了 ${ref}，没有可以比较的对象。`,
    agree: (refs) => say`${refs} 个引用在各阶段的行为完全一致。`,
    agreeReadable: (refs) =>
      refs > 1 ? say`能完整读取的 ${refs} 个引用之间没有发现差异。` : say`能完整读取的引用太少，无法比较。`,
    differ: ({ differing, others, first, places, onlyHow }) => {
      const more = onlyHow > 0 ? say`；另有 ${onlyHow} 个只是触发方式或条件不同` : [];
      return say`${some(differing, others)}${places}的行为与 ${first} 不同${more}。`;
    },
    atStages: (stages) => say`在 ${list(stages)} 阶段`,
    inOperations: (operations) => say`在操作 ${list(operations)} 中`,
    onlyHow: ({ differing, others, first }) =>
      say`各阶段所做的事没有发现差异，但 ${some(differing, others)}的触发方式或条件与 ${first} 不同。`,
    unsure: (refs) => say`有 ${refs} 个引用未能完整读取。`,
  },
  titled: (id, title) => say`${id}：${title}`,
  aside: (text) => say`（${text}）`,
  stage: say`阶段`,
  group: (refs, count) => {
    const more = refs.more > 0 ? say` 以及另外 ${refs.more} 个` : [];
    const same = refs.shown.length === count ? say`（相同）` : say`（${count} 个引用，相同）`;
    return say`${join(refs.shown.map(name), ", ")}${more}${count > 1 ? same : []}`;
  },
  when: { now: [], deferred: say`（延迟执行）`, concurrent: say`（并发执行）` },
  trigger: (kind, value) => say`触发：${`${kind} ${value}`}`,
  untouched: (key) => say`${key} 不变`,
  otherConditions: say`执行条件不同`,
  unreadableCell: say`未知：该引用无法读取`,
  incompleteCell: say`未发现，但该引用未能完整读取`,
  legend: {
    differs: (first) => say`≠ 与 ${first} 不同`,
    derived: say`~ 阶段由调用链和返回值推导得出`,
    configured: say`^ 阶段由规则指定`,
    evidence: say`多个引用合为一列时，文件和行号取自第一个`,
  },
  partOf: (title) => say`${title}的一部分`,
  leftOut: (titles) => say`受评论长度限制，以下内容未列出：${join(titles, "、")}。`,
  headings: {
    table: say`表格`,
    legend: say`图例`,
    differences: (count) => say`差异（${count} 处）`,
    operations: say`操作`,
    writers: say`其他会改写这些键的函数`,
    unplaced: say`无法归入任何阶段的调用`,
    refs: say`引用`,
    problems: say`未能读取的内容`,
    evidence: say`依据`,
  },
  refs: (refs) => listSome(refs),
  allOthers: (others) => say`其余 ${others} 个引用`,
  difference: {
    place: (stage, operation) => {
      if (stage !== null) return operation === null ? say`${stage}：` : say`${stage}，${operation}：`;
      return operation === null ? [] : say`${operation}：`;
    },
    calls: (d) => say`${d.place}${d.refs} 调用 ${d.after}，而 ${d.first} 调用 ${d.before}。`,
    callsNothing: (d) => say`${d.place}${d.refs} 没有任何调用，而 ${d.first} 调用 ${d.before}。`,
    callsAnew: (d) => say`${d.place}${d.refs} 调用 ${d.after}，而 ${d.first} 没有任何调用。`,
    operationMissing: (d) =>
      d.after === "" || d.after === "—"
        ? say`${d.refs} 没有 ${d.operation}，而 ${d.first} 有。`
        : say`${d.refs} 有 ${d.operation}，而 ${d.first} 没有。`,
    effects: (d) =>
      say`${d.place}效果在 ${d.refs} 上是${orNothing(d.after, "无")}，在 ${d.first} 上是${orNothing(d.before, "无")}。`,
    trigger: (d) =>
      say`${d.place}${d.refs} 由${orNothing(d.after, "未知条件", true)}触发，${d.first} 由${orNothing(d.before, "未知条件", true)}触发。`,
    guards: (d) => say`${d.place}${d.refs} 要求 ${d.after}，而 ${d.first} 要求 ${d.before}。`,
    guardsOther: (d) => say`${d.place}${d.refs} 的执行条件与 ${d.first} 不同（可用 matrix --evidence 查看）。`,
    guardsMore: (d) => say`${d.place}${d.refs} 要求 ${d.after}，而 ${d.first} 没有这一条件。`,
    guardsFewer: (d) => say`${d.place}${d.refs} 不要求 ${d.before}，而 ${d.first} 要求。`,
  },
  verdict: {
    baseline: say`基准`,
    identical: say`相同`,
    equivalent: say`等价`,
    differs: say`不同`,
    "only-here": say`仅此处有`,
    absent: say`没有`,
  },
  status: { ok: say`正常`, incomplete: say`不完整`, unreadable: say`无法读取` },
  verdictOn: (verdict, refs) => say`${verdict}：${listSome(refs)}`,
  onRefs: (refs) => say`见于 ${listSome(refs)}`,
  caseWhen: (when) => say`当 ${when}：`,
  noEffects: say`对这些键没有影响`,
  guard: (line, condition, exit) =>
    exit === null ? say`第 ${line} 行：仅当 ${condition}` : say`第 ${line} 行：若 ${condition}，则 ${exit}`,
  calledFrom: (places) => (places.shown.length === 0 ? say`未发现调用者` : say`调用者：${listSome(places)}`),
};

function some(refs: readonly string[], others: number): Text {
  return refs.length <= 2 ? say`${list(refs)} ` : say`${others} 个其他引用中有 ${refs.length} 个`;
}
