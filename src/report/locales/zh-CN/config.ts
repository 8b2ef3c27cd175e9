import { say } from "../../text.js";
import type { Messages } from "../en.js";
import { list } from "./words.js";

export const config: Messages["config"] = {
  check: {
    fine: (file) => say`${file}：没有问题。`,
    broken: (file, problems) => say`${file}：${problems} 处问题。`,
  },
  show: {
    file: (file) => say`${file} 中的设置，其余为默认值。`,
    none: (path) => say`没有 ${path}，全部采用默认值。`,
    settings: say`设置`,
    branches: say`分支（以最后一个匹配的条目为准）`,
    rules: say`规则`,
    setting: (name, value, origin) => say`${name}：${value}（${origin}）`,
    list: (values) => list(values),
    allPacks: say`所有适用的内置规则`,
    nothing: say`无`,
    noSeverity: say`无；只有 block 模式的规则会使检查失败`,
    ownChoice: say`由读者自行选择，否则为 en`,
    branch: (f) =>
      say`${f.pattern}：${f.policy}${f.since === null ? [] : say`，自 ${f.since} 起`}${f.until === null ? [] : say`，至 ${f.until} 止`}`,
    rule: (f) =>
      f.severity === null
        ? say`${f.id}：${f.mode}（${f.origin}）`
        : say`${f.id}：${f.mode}，${f.severity}（${f.origin}）`,
  },
  origin: {
    default: say`默认`,
    file: (line) => say`第 ${line} 行`,
    flag: (name) => say`${name}`,
    input: (name) => say`输入 ${name}`,
  },
  explain: {
    titled: (id, title) => say`${id}：${title}`,
    headings: {
      meaning: say`含义`,
      matters: say`为什么重要`,
      advice: say`怎么处理`,
      silence: say`如何静默`,
    },
    severity: (severity) => say`严重程度：${severity}。`,
    mode: (f) => say`模式：${f.mode}（${f.origin}）${f.reason}；${f.what}`,
    because: (reason) => say`，理由：${reason}`,
    modes: {
      off: say`不检查。`,
      monitor: say`只计数，不在拉取请求中提示。`,
      comment: say`在拉取请求中提示。`,
      block: say`在拉取请求中提示，并使检查失败。`,
    },
    latent: say`目前还不可能发生的情况只计数，除非设置中指定了模式。`,
    ofPack: (pack) => say`这是规则 ${pack} 中的隐患。`,
    silence: {
      everywhere: (file) => say`对整个仓库：在 ${file} 中写明理由：`,
      code: (line) => say`${line}`,
      once: (line) => say`只对一个拉取请求：在其描述或某个提交说明中写一行 ${line}。`,
      backport: (file) =>
        say`对某个分支：在 ${file} 中指定策略：${"branches: [{ pattern: release-1.0, policy: end-of-life }]"}`,
      reason: say`为什么这是有意的`,
    },
  },
  init: {
    wrote: (files) => say`已写入 ${list(files)}。`,
    next: say`接下来`,
    steps: {
      edit: (file) => say`阅读 ${file}，确定各发布分支的策略；其他都不必设置。`,
      check: (command) => say`用 ${command} 检查。`,
      matrix: (command) => say`用 ${command} 查看各分支目前的差异。`,
      commit: say`提交到默认分支：设置以那里为准，绝不采用被审查的拉取请求中的内容。`,
      workflow: (command) => say`用 ${command} 可以写入一个审查每个拉取请求的工作流。`,
    },
    noPacks: say`没有内置规则能在这里找到它要跟踪的名字。docs/writing-rules.md 说明了如何编写自己的规则。`,
    file: {
      head: say`Volteface 的设置。全部字段见 volteface config schema 和 docs/configuration.md。这里的每一项都可以省略。`,
      packs: say`要应用的规则。以下规则能在本仓库中找到它们跟踪的名字：`,
      noPacks: say`要应用的规则：内置规则的名称，或本仓库中的文件路径。没有内置规则能在这里找到它要跟踪的名字。`,
      general: say`通用：适用于任何仓库`,
      branches: say`各发布分支还接受哪些改动：maintained、security-only 或 end-of-life。下面的策略是根据各分支的最后一次提交猜测的。请更正后去掉 # 使其生效；在此之前，每个分支都会被问到。`,
      noBranches: say`各发布分支还接受哪些改动：maintained、security-only 或 end-of-life。没有找到发布分支。`,
      lastCommit: (day) => say`最后一次提交 ${day}`,
      rules: say`每条规则的模式：off（关闭）、monitor（只计数）、comment（提示）或 block（使检查失败）。以下是默认值；volteface explain RULE 会说明规则的含义。`,
      ignore: say`不检查的文件。`,
      rest: say`评论使用的语言（en 或 zh-CN）、是否在拉取请求中评论、最多在文件中标注多少条发现。`,
      workflow: say`用目标分支上的设置审查每个拉取请求。`,
    },
  },
};
