import { join, name, say } from "../../text.js";
import type { Messages } from "../en.js";
import { listTexts } from "./words.js";

export const scenario: Messages["scenario"] = {
  headline: {
    none: (behavior) => say`规则 ${behavior} 没有情景。`,
    fine: (stories, refs) => say`${stories} 个情景在具有该行为的 ${refs} 个引用上的结果都符合预期。`,
    nowhere: say`没有引用在这些情景的阶段做任何事。`,
    failed: (f) => say`“${f.title}”在 ${f.refs} 上的结果不符合预期：${listTexts(f.keys)}。`,
    more: (stories) => say`另有 ${stories} 个情景也不符合预期，见下文。`,
    unsure: (refs) => say`有 ${refs} 个引用未能完整读取。`,
  },
  step: say`步骤`,
  numbered: (number, text) => say`${number}. ${text}`,
  end: say`结束时`,
  asExpected: say`符合预期`,
  isSet: (key, value) => say`${`${key}=${value}`}`,
  isAbsent: (key) => say`${key} 不存在`,
  keyIs: (key, value) => (value === null ? say`${key} 不存在` : say`${key} 为 ${value}`),
  expected: (keys) => say`预期结束时 ${join(keys, "；")}。`,
  values: (values) =>
    values.flatMap((value, index) => {
      if (index === 0) return value === null ? say`不存在` : name(value);
      return value === null ? say` 或不存在` : say` 或 ${value}`;
    }),
  mayBe: (key, values) => say`${key}：${values}`,
  failed: (f) => say`${f.refs}：${f.key}，应为：${f.expected}`,
  skipped: (f) => say`${f.refs}：${f.call} 在第 ${f.step} 步什么也不做，因为以下条件不成立：${f.condition}`,
  headings: {
    assumptions: (count) => say`所作的假设：由键无法判断的条件（${count} 个）`,
  },
  assumption: (f) => say`${f.condition}（${join(f.calls.map(name), "、")}；${f.refs}）`,
  without: (refs, count) => say`以下引用在任何阶段都不做任何事，未列出：${refs}（${count} 个）。`,
};
