import { prose, say, type Text } from "../../text.js";
import type { Messages } from "../en.js";
import { list, orNothing } from "./words.js";

export const rules: Messages["rules"] = {
  listHeading: (count) => say`共有 ${count} 套内置规则。`,
  general: say`通用：适用于任何仓库`,
  operations: (names) => say`操作：${list(names)}`,
  stages: (names) => say`阶段：${list(names)}`,
  headings: {
    keys: say`跟踪的键`,
    values: say`写入值的名称`,
    operations: say`操作`,
    stages: say`阶段及其判断依据`,
    sources: say`读取的文件`,
    hazards: say`隐患`,
    examples: say`示例`,
    scenarios: say`情景`,
  },
  language: (language) => say`适用于 ${language} 源码`,
  family: say`每个出现的值各算一个键`,
  location: {
    entry: (pattern) => say`映射项 ${pattern}`,
    field: (pattern) => say`字段 ${pattern}`,
    list: (pattern) => say`${pattern} 的元素`,
    call: (pattern) => say`调用 ${pattern}`,
  },
  sets: say` 设置它`,
  deletes: say` 删除它`,
  ofPackage: (path) => say`（包 ${path}）`,
  value: (symbol, patterns) => say`${symbol}：${list(patterns)}`,
  operation: (name, role, functions) => say`${name}（${role}）：${list(functions)}`,
  hazard: (id, severity, message) => say`${id}（${severity}）：${prose(message)}`,
  hazardFind: say`查找的代码`,
  hazardWhere: say`变量可以代表什么`,
  noTrigger: say`没有判断依据`,
  trigger: {
    constant: (on, subject) => (subject === null ? say`与 ${on} 比较` : say`${subject} 与 ${on} 比较`),
    present: (on) => say`${on} 存在`,
    holds: (on) => say`${on} 为真`,
    fails: (on) => say`${on} 为假`,
    function: (on) => say`在函数 ${on} 中`,
  },
  triggerLine: (kind, value, condition) =>
    value === null ? say`${kind}：${condition}` : say`${`${kind} ${value}`}：${condition}`,
  sourcesLine: (kinds) => say`除普通源码外还读取：${kinds}`,
  sourceKinds: { tests: say`测试`, mocks: say`模拟代码`, vendored: say`随附的第三方代码`, generated: say`生成的代码` },
  noOtherSources: say`只读取普通源码，不含测试、模拟代码、随附的第三方代码和生成的代码`,
  include: (globs) => say`只读取 ${list(globs)}`,
  exclude: (globs) => say`不读取 ${list(globs)}`,
  check: {
    headline: (packs, broken) =>
      broken === 0 ? say`检查了 ${packs} 套规则，没有问题。` : say`${packs} 套规则中有 ${broken} 套存在问题。`,
    fine: (id, examples) => say`${id}：没有问题，${examples} 个示例`,
    broken: (id, problems) => say`${id}：${problems} 处问题`,
    lines: (hazard, expected, actual) =>
      actual === null
        ? say`${hazard}：代码无法解析`
        : say`${hazard}：应为${lineList(expected)}，实为${lineList(actual)}`,
    matchesEverything: (hazard) =>
      say`注意：${hazard} 匹配所有代码。请在模式中写明要找的代码；到处都能看到的隐患说明不了什么。`,
    mismatch: (stage, expected, actual) =>
      stage === null
        ? say`改写者：应为${orNothing(expected, "无")}，实为${orNothing(actual, "无")}`
        : say`${stage}：应为${orNothing(expected, "无")}，实为${orNothing(actual, "无")}`,
  },
};

function lineList(lines: readonly number[]): Text {
  return lines.length === 0 ? ["无"] : [`第 ${lines.join("、")} 行`];
}
