/** What the forms of packs and of settings say about their fields, by their English text. */
export const meanings: Readonly<Record<string, string>> = {
  // packs
  "See docs/writing-rules.md": "参见 docs/writing-rules.md",
  "The version of this form, volteface/pack@1": "格式的版本，即 volteface/pack@1",
  "The pack's name: kube-ovn/live-migration": "规则的名称：kube-ovn/live-migration",
  "One line that names the behavior": "用一行写明行为的名称",
  "What the behavior is and why it matters, for someone who meets it for the first time":
    "这种行为是什么、为什么重要，写给初次接触的人",
  "The language of the sources: go": "源码的语言：go",
  "true when the pack fits any repository": "适用于任何仓库时为 true",
  "The pieces of state that are tracked": "所跟踪的状态",
  "A key says with entry, field, list or calls where it lives": "键用 entry、field、list 或 calls 写明所在之处",
  "true when every distinct value found is a key of its own": "找到的每个不同的值各算一个键时为 true",
  "A map's entry: '*.Options[\"requested-chassis\"]'": "映射的条目：'*.Options[\"requested-chassis\"]'",
  "A struct's field: '*.Spec.NodeName'": "结构体的字段：'*.Spec.NodeName'",
  "A list whose elements are keys: '*.Finalizers'": "元素为键的列表：'*.Finalizers'",
  "Calls that stand for an effect on the key, each with set or delete": "对键产生作用的调用，各有 set 或 delete",
  "A call that sets the key: 'controllerutil.AddFinalizer($object, $key)'":
    "设置键的调用：'controllerutil.AddFinalizer($object, $key)'",
  "A call that deletes the key: 'controllerutil.RemoveFinalizer($object, $key)'":
    "删除键的调用：'controllerutil.RemoveFinalizer($object, $key)'",
  "The import path that the call's qualifier must stand for": "调用的限定名所代表的导入路径",
  "Readable names for what is written: src: [srcNodeName, sourceNode]":
    "为写入的值取的易读名称：src: [srcNodeName, sourceNode]",
  "The named functions with effects on the keys": "对键有作用的具名函数",
  "An operation has a role and functions": "操作有 role 和 functions",
  "What kind of operation it is: set, reset or clean": "操作的种类：set、reset 或 clean",
  "The functions that are this operation, old names included": "属于这个操作的函数，包括旧名称",
  "The function: Name, Receiver.Name or import/path.Name": "函数：Name、Receiver.Name 或 import/path.Name",
  "The receiver type's bare name": "接收者类型的名称，不带包名",
  "The import path of the function's package, or the end of its directory": "函数所在包的导入路径，或其目录的末尾部分",
  "The moments of the lifecycle, in their order": "生命周期的各个阶段，依次列出",
  "What tells that a call happens at a stage": "判断调用发生在哪个阶段的依据",
  "A trigger has a stage, a kind and one condition": "触发器有 stage、kind 和一个条件",
  "The stage that is reached, one of the pack's stages": "所到达的阶段，须是这套规则的阶段之一",
  "What starts the path, in a word of your choice: crd-status, pod-annotation":
    "路径由什么引起，用一个自定的词：crd-status、pod-annotation",
  "Bare name of a constant that something is compared with": "用于比较的常量名，不带包名",
  'A pattern that is there: comma-ok, != "", != nil': '模式存在时成立：comma-ok、!= ""、!= nil',
  "A boolean pattern that is true": "为真的布尔模式",
  "A boolean pattern that is false": "为假的布尔模式",
  "The function in which the call stands": "调用所在的函数",
  "How the trigger is shown; for a constant also the text it stands for": "触发器的显示方式；对常量也是它所代表的文本",
  "For a constant: what is compared, so that its value written as text counts, too":
    "对常量：与什么比较，以便直接写成文本的值也算在内",
  "What is true once the lifecycle has ended": "生命周期结束后成立的事实",
  "The stages at which the lifecycle has ended": "生命周期已结束的阶段",
  "What is true there: '*.Status.Completed'": "在那里成立的事实：'*.Status.Completed'",
  "Where one of several that share the state goes, and how it is told whose it is":
    "共用状态的几方之一在哪里离开，以及如何判断状态属于谁",
  "The stages at which one of several that share the state goes away": "共用状态的几方之一离开的阶段",
  "What code asks about that wants to know whose state it is": "代码判断状态属于谁时所问的内容",
  "Which files are read": "读取哪些文件",
  "Read tests, too": "也读取测试",
  "Read mocks, too": "也读取模拟代码",
  "Read vendored copies, too": "也读取随附的第三方代码",
  "Read generated files, too": "也读取生成的文件",
  "Globs of the only paths to read": "只读取这些通配路径",
  "Globs of paths to leave out": "不读取这些通配路径",
  "Small programs with what the pack must see in them": "小程序，以及规则必须从中看出什么",
  "An example has a title, files, and cells or writers": "示例有 title、files，以及 cells 或 writers",
  "A sentence about what the example shows": "用一句话写明示例说明什么",
  "A small program: path: source": "一个小程序，写成 路径: 源码",
  "What stages must show: Reset(false), Set → Clean, or — for nothing":
    "各阶段必须显示什么：Reset(false)、Set → Clean，或以 — 表示没有",
  "The functions that must be reported as unnamed writers, exactly these": "必须报告为未命名写入者的函数，恰好这些",
  "Stories that volteface scenario plays on each ref": "volteface scenario 在每个引用上演示的情景",
  "A scenario has a title, steps and expect": "情景有 title、steps 和 expect",
  "A sentence that names the story": "用一句话为情景命名",
  "What happens, in order: a stage and what values stand for, started src=A target=B":
    "依次发生什么：阶段，以及值代表什么，如 started src=A target=B",
  "What keys must be at the end: a value, absent, or a list of both": "各键最终应是什么：一个值、absent，或两者的列表",
  // hazards
  "Code that deserves a look wherever it stands": "无论在哪里都值得一看的代码",
  "A hazard has a message, an explanation, find and examples": "隐患有 message、explanation、find 和 examples",
  "How much attention it deserves: notice, warning, failure": "值得多少注意：notice、warning、failure",
  "One sentence that states what is seen": "用一句话说明看到了什么",
  "Why it matters, and what can be done": "为什么重要，可以怎么做",
  "A rule says with pattern, kind, regex and relations what code it is about":
    "规则用 pattern、kind、regex 和各种关系写明针对哪些代码",
  "The code, as a pattern": "代码，写成模式",
  "What sort of code it is: call, closure, composite, assign, target, declare, return, if, switch, loop, select, send, defer, go":
    "代码的种类：call、closure、composite、assign、target、declare、return、if、switch、loop、select、send、defer、go",
  "A regular expression over the source, comments and strings left out": "针对源码的正则表达式，不含注释和字符串",
  "A regular expression as RE2 has it: https://github.com/google/re2/wiki/Syntax":
    "RE2 写法的正则表达式：https://github.com/google/re2/wiki/Syntax",
  "true to look into comments, too": "也查看注释时为 true",
  "true to look into strings, too": "也查看字符串时为 true",
  "A condition that is known to hold on every path to the code; several are alternatives":
    "到达代码的每条路径上都成立的条件；多个之间为“或”",
  "Rules that must all fit": "必须全部符合的规则",
  "Rules of which one must fit": "必须符合其一的规则",
  "A rule that must not fit": "必须不符合的规则",
  "The code stands inside of something that fits this rule": "代码位于符合此规则的代码之内",
  "Something inside of the code fits this rule": "代码之内有符合此规则的代码",
  "A statement before it, in its block or one around, holds what fits this rule":
    "在它之前、同一块或外层块中的语句含有符合此规则的代码",
  "A statement behind it, in its block or one around, holds what fits this rule":
    "在它之后、同一块或外层块中的语句含有符合此规则的代码",
  "In inside, has, follows and precedes: how far is looked; end, neighbor, or a rule for the last place":
    "用于 inside、has、follows 和 precedes：查看多远；end、neighbor，或表示最后位置的规则",
  "Where the code holds, all that fits this rule is passed over silently": "代码成立之处，符合此规则的代码都被悄悄跳过",
  "What metavariables may stand for, by name": "变量可以代表什么，按名称列出",
  "What a metavariable stands for: pattern, type or regex": "变量代表什么：pattern、type 或 regex",
  "What it was made from: '*.VirtualMachines($...).Get($...)'": "它的来源：'*.VirtualMachines($...).Get($...)'",
  "The bare name of its type": "其类型的名称，不带包名",
  "Code in which the hazard must be seen, and code in which it must not": "必须发现该隐患的代码，以及不应发现的代码",
  "An example has a title, code and lines": "示例有 title、code 和 lines",
  "Functions as they stand in the source": "源码中的函数原文",
  "The lines on which the hazard must be seen, counted from 1; [] for none":
    "必须发现隐患的行号，从 1 数起；没有则写 []",
  // settings
  "See docs/configuration.md": "参见 docs/configuration.md",
  "The rules to apply: ids of those that come along, or paths of files in the repository":
    "要应用的规则：内置规则的名称，或仓库中文件的路径",
  "Which branches are maintained, a list of patterns and policies": "哪些分支在维护，写成模式与策略的列表",
  "A branch has a pattern and a policy, and may have since and until":
    "分支有 pattern 和 policy，也可以有 since 和 until",
  "The branches that are meant, as a glob: release-1.12, or release-1.*":
    "所指的分支，写成通配：release-1.12 或 release-1.*",
  "What a branch still gets: maintained, security-only or end-of-life":
    "分支还能得到什么：maintained、security-only 或 end-of-life",
  "The first day on which this holds: 2026-03-31": "开始生效的日期：2026-03-31",
  "The last day on which this holds: 2026-03-31": "最后一天生效的日期：2026-03-31",
  "How each rule is wanted, by its id: asymmetry: off": "各规则的用法，按名称列出：asymmetry: off",
  "A rule has a mode, a severity or a reason, or is one word: off, monitor, comment or block":
    "规则有 mode、severity 或 reason，或只写一个词：off、monitor、comment 或 block",
  "What happens with its findings: off, monitor, comment or block": "如何对待它的发现：off、monitor、comment 或 block",
  "How severe its findings are: notice, warning or failure": "发现的严重程度：notice、warning 或 failure",
  "Why the repository wants it so; shown where findings are silenced": "仓库为何这样设置；在发现被静默之处显示",
  "Globs of files that are not looked at: 'hack/**'": "不查看的文件，写成通配：'hack/**'",
  "The language of comments and reports, en or zh-CN": "评论和报告的语言，en 或 zh-CN",
  "How many findings are annotated in the files of a pull request, a number from 0 to 50":
    "在拉取请求的文件中标注多少个发现，0 到 50 的数字",
  "Whether a pull request gets a comment, on or off": "是否在拉取请求下评论，on 或 off",
  "Whether drafts of pull requests are looked at, on or off": "是否查看草稿状态的拉取请求，on 或 off",
  "The least severity of a finding that makes a check fail: notice, warning or failure":
    "使检查失败的最低严重程度：notice、warning 或 failure",
};
