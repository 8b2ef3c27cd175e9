import { say } from "../../text.js";
import type { Messages } from "../en.js";

export const cli: Messages["cli"] = {
  help: {
    program: say`发现代码的反复：每个分支在生命周期的每个阶段做了什么，分支之间又在哪里不一致。`,
    titles: {
      "Usage:": say`用法：`,
      "Arguments:": say`参数：`,
      "Options:": say`选项：`,
      "Global Options:": say`通用选项：`,
      "Commands:": say`命令：`,
    },
    words: { "[options]": say`[选项]`, "[command]": say`[命令]` },
    flag: {
      help: say`显示本帮助`,
      version: say`显示版本号`,
      repo: say`要读取的仓库（默认：当前目录）`,
      rules: say`要使用的规则，可以是规则名或 .yml 文件，可重复给出（默认：所有适用的内置规则）`,
      format: say`terminal、markdown 或 json（默认：terminal）`,
      lang: say`文字的语言，en 或 zh-CN（默认：VOLTEFACE_LANG，否则为 en；不参考系统区域设置）`,
      output: say`把结果写入文件，而不是标准输出`,
      github: say`GitHub 上的仓库，用于生成源码链接（默认：取自远程仓库地址）`,
      failOn: say`存在达到该级别的问题时以 1 退出：notice、warning 或 failure`,
      debug: say`显示错误出自 Volteface 的何处`,
      noColor: say`不使用颜色（等同于设置 NO_COLOR）`,
    },
    commands: {
      matrix: say`每个引用在每个阶段做了什么，与第一个引用有何不同`,
      refs: say`分支、标签、提交、HEAD，或用 #123 表示拉取请求；其余引用都与第一个比较（默认：默认分支和所有发布分支）`,
      evidence: say`对每处差异列出两边的源码`,
      align: say`列出要让引用 X 的行为与 Y 一致需要修改什么`,
      failOnMatrix: say`使用 --fail-on 时，所做的事不同算 warning，只是触发方式或条件不同算 notice。`,
      timeline: say`谁在一个分支上改动过哪种行为，谁又撤销了谁`,
      timelineRef: say`要讲述其历史的分支（默认：默认分支）`,
      allBranches: say`同时讲述每个发布分支的历史`,
      deep: say`读取曾经改动过的所有源文件，而不只是今天各分支上仍有的文件`,
      noProposals: say`略去未合并的拉取请求`,
      proposals: say`仓库中有 refs/pull/*/head 时，会从中读取未合并的拉取请求（git fetch origin "+refs/pull/*/head:refs/pull/*/head"）。使用 --github 并设置 GITHUB_TOKEN 或 GH_TOKEN 时，还会向 GitHub 查询它们是打开还是已关闭。`,
      undoes: say`一个改动撤销了此前的哪些提交，不限语言`,
      changes: say`提交、范围（BASE..HEAD）或拉取请求（#123）`,
      all: say`同时列出依据不足的结果`,
      failOnUndoes: say`使用 --fail-on 时，可信度高且改动自身没有写明的撤销算 warning，其余算 notice。`,
      backports: say`哪个分支有哪些改动，又可能缺少哪些`,
      from: say`要查找其改动的分支（默认：默认分支）`,
      to: say`可能有这些改动的分支（默认：所有发布分支）`,
      failOnBackports: say`使用 --fail-on 时，分支缺少仍然有效的改动算 notice：这是问题，不是过失。`,
      report: say`一份文档说明全部：分支何处不一致、何以至此、何处缺少什么`,
      reportRefs: say`分支、标签或提交；讲述第一个的历史，并与其余的对照（默认：默认分支和所有发布分支）`,
      failOnReport: say`使用 --fail-on 时，所做的事不同算 warning；只是触发方式或条件不同，或分支缺少某个改动，算 notice。`,
      rules: say`规则：说明要跟踪什么`,
      rulesList: say`列出内置规则`,
      rulesCheck: say`检查规则并运行其中的示例（有问题时以 1 退出）`,
      rulesExplain: say`说明规则跟踪什么、如何判断阶段`,
      ruleReferences: say`规则名或 .yml 文件（默认：所有内置规则）`,
      ruleReference: say`规则名或 .yml 文件`,
      demo: say`用自带的一段虚构历史生成报告，无需仓库`,
      help: say`显示某个命令的帮助`,
    },
  },
  progress: {
    refs: say`解析引用`,
    trees: say`列出文件`,
    blobs: say`读取文件`,
    facts: say`分析代码`,
    cells: say`比较各阶段`,
  },
  progressLine: (what, done, total) => say`${what} ${done}/${total}`,
  demo: (refs) => say`演示：一个虚构的仓库，重现 kube-ovn 热迁移在 ${refs} 个分支上如何变得不一致。`,
  ourBug: (id, message) =>
    say`这是 Volteface 自身的错误，不是您的问题（${id}：${message}）；请附上 --debug 的输出告知我们。`,
};

export const remarks: Messages["remarks"] = {
  "default-refs": (f) => say`未指定引用，比较以下 ${f.count} 个：${f.refs}。`,
  "pack-matches-nothing": (f) => say`规则“${f.pack}”要跟踪的名字在这些引用中都没有出现。`,
  "ref-incomplete": (f) => say`${f.ref} 未能完整读取：${f.problem}`,
  "ref-unreadable": (f) => say`${f.ref} 无法读取：${f.problem}`,
  "github-unauthorized": (f) =>
    say`GitHub 不接受该令牌（GITHUB_TOKEN 或 GH_TOKEN）；${f.repository} 的拉取请求只按本地所知列出。`,
  "github-forbidden": (f) => say`该令牌无权读取 ${f.repository} 的拉取请求；只按本地所知列出。`,
  "github-rate-limited": (f) =>
    f.detail === ""
      ? say`GitHub 暂时不再接受请求；${f.repository} 的部分拉取请求只按本地所知列出。`
      : say`GitHub 暂时不再接受请求（恢复时间：${f.detail}）；${f.repository} 的部分拉取请求只按本地所知列出。`,
  "github-no-repository": (f) => say`该令牌在 GitHub 上看不到仓库 ${f.repository}；拉取请求只按本地所知列出。`,
  "github-no-pull-request": (f) => say`GitHub 上没有 ${f.repository} 的拉取请求 ${f.numbers}；只按本地所知列出。`,
  "github-unreachable": (f) => say`无法连接 GitHub（${f.detail}）；${f.repository} 的拉取请求只按本地所知列出。`,
  "github-failed": (f) => say`GitHub 返回错误（${f.detail}）；${f.repository} 的部分拉取请求只按本地所知列出。`,
  "github-not-understood": (f) =>
    say`无法理解代替 GitHub 作答的内容（GITHUB_API_URL 是否正确？）；${f.repository} 的拉取请求只按本地所知列出。`,
};
