import { nearest } from "../../../primitives/index.js";
import type { Kind, Label } from "../../../rules/index.js";
import { join, name, say, type Text } from "../../text.js";
import type { Messages } from "../en.js";
import { meanings } from "./meanings.js";

export const problems: Messages["problems"] = {
  "too-large": () => told(say`文件超过可读取的上限 1 MB`, say`请确认文件无误，人手写的文件不会这么大。`),
  "not-utf8": () => told(say`文件不是 UTF-8 文本`, say`请以“UTF-8”编码保存。`),

  "too-deep": () => told(say`值嵌套过深，无法读取`, say`八层已经绰绰有余。`),
  "too-many-aliases": () => told(say`别名展开后的文本超过可读取的量`, say`请把重复的部分直接写出。`),
  "alias-in-itself": (f) => told(say`别名 *${f.name} 出现在它所重复的值之内`, say`请直接写出这个值。`),
  "alias-without-anchor": (f) => told(say`别名 *${f.name} 没有对应的锚点`, say`请在要重复的值之前写上 &${f.name}。`),
  "star-without-quotes": (f) =>
    told(say`以 * 开头的文本在 YAML 中是别名`, say`请给模式加上单引号：'${f.pattern.replaceAll("'", "''")}'。`),
  "reserved-name": (f) => told(say`“${f.name}”不能用作名称`, say`请换一个名称。`),
  "written-twice": (f) => told(say`“${f.name}”写了两次`, say`第 ${f.firstLine} 行已有，请只保留一个。`),
  tab: () => told(say`这一行用制表符缩进`, say`YAML 用空格缩进，每层两个。`),
  "open-bracket": () => told(say`上文的括号到这里还没有闭合`, say`请在此行之前写 ] 或 }，或给括号内的各行加缩进。`),
  indentation: () => told(say`缩进与上文任何一层都不一致`, say`请与相邻各行左对齐。`),
  "missing-character": () => told(say`缺少引号、括号或冒号`, ["请补上缺少的符号；`name: value` 的冒号后须有空格。"]),
  "alias-like-text": () => told(say`以 * 或 & 开头的文本在 YAML 中另有含义`, say`请加上单引号：'*.Spec.NodeName'。`),
  "text-begins-strangely": () => told(say`文本不能以这个字符开头`, say`请给文本加上单引号。`),
  "neither-field-nor-text": () =>
    told(say`这一行既不是字段，也不属于上一行的文本`, ["请写成 `name: value`；含有 `: ` 的文本要加引号。"]),
  "block-in-brackets": () => told(say`括号内出现了缩进写法的列表或映射`, say`请先闭合括号，或全部写在括号之内。`),
  "second-document": () => told(say`这里开始了第二个文档`, say`一个文件只放一个文档，请删除 --- 这一行。`),
  "two-anchors": () => told(say`一个值有两个锚点`, say`请只保留一个。`),
  "two-tags": () => told(say`一个值有两个标签`, say`这里不需要标签，请删除。`),
  "unknown-tag": () => told(say`这个标签在这里没有意义`, say`以 ! 开头的文本请加单引号。`),
  "unknown-escape": () => told(say`双引号中没有这种反斜杠写法`, say`请改用单引号，其中只有单引号本身需要写两次。`),
  "not-yaml": (f) => told(say`这不是 YAML：${f.detail}`, say`请检查本行与上一行的缩进和引号。`),

  "unknown-field": (f) => told(say`未知字段“${f.name}”`, suggest(f.name, f.known, say`这里的字段有`)),
  "hidden-character": (f) =>
    told(say`名称“${f.name}”中有看不见的字符 ${f.character}`, say`请删除它，或重新输入这个名称。`),
  "bad-name": (f) => told(say`“${f.name}”不能用作名称`, NAMES),
  "missing-field": (f) =>
    told(
      say`${f.at === null ? [] : say`${label(f.at)}中`}缺少“${f.name}”`,
      say`请加上“${f.name}”：${[meant(f.meaning)]}。`,
    ),
  empty: (f) => told(say`${label(f.at)}为空`, sentence(f.meaning)),
  "bad-choice": (f) =>
    told(say`${label(f.at)}不能是 ${f.written}`, suggest(f.written.replace(/^['"]|['"]$/g, ""), f.known, say`可以是`)),
  "wrong-kind": (f) =>
    told(
      say`${label(f.at)}应为${[KINDS[f.expected]]}，而不是${[KINDS[f.found]]}`,
      f.expected === "boolean"
        ? say`请写 true 或 false。`
        : f.expected === "text" && (f.found === "number" || f.found === "boolean")
          ? say`请加上引号：'${f.written}'。`
          : sentence(f.meaning),
    ),
  "bad-format": (f) => told(say`${label(f.at)}不能是 ${f.written}`, FORMATS[f.format] ?? sentence(f.meaning)),
  "out-of-range": (f) => told(say`${label(f.at)}不能是 ${f.written}`, sentence(f.meaning)),
  "too-long": (f) => told(say`${label(f.at)}过长`, say`最多 ${f.most} 个字符。`),
  "not-right": (f) => told(say`${label(f.at)}有误`, sentence(f.meaning)),

  "not-a-pack": (f) => told(say`规则应是由字段组成的映射，而这个文件不是`, say`请以 format: ${f.format} 开头。`),
  "other-format": (f) => told(say`格式“${f.written}”不是规则的格式`, say`请写 format: ${f.format}。`),
  "other-version": (f) =>
    told(
      say`这里不认识规则格式的版本 ${f.version}`,
      say`这个 Volteface 读取 ${f.format}；请升级它，或按该版本书写规则。`,
    ),
  "unknown-name": (f) =>
    told(say`没有名为“${f.name}”的${[OF[f.of]]}`, suggest(f.name, f.known, [`现有的${OF[f.of]}有`])),
  "pattern-syntax": (f) =>
    told(say`模式无法解析：${f.detail}`, say`请按源码的写法写表达式，可变之处用 *、$_ 或 $...：'*.Spec.NodeName'。`),
  "unknown-metavariable": (f) => told(say`“${f.name}”在这个模式中没有意义`, suggest(f.name, f.known, say`已知的有`)),
  "unused-metavariable": (f) => told(say`没有模式用到“${`$${f.name}`}”`, suggest(f.name, f.known, say`模式中有`)),
  "regex-syntax": (f) =>
    told(
      say`正则表达式无法解析：${f.detail}`,
      say`请按 RE2 的写法，不含反向引用和环视：https://github.com/google/re2/wiki/Syntax。`,
    ),
  "regex-too-large": () => told(say`正则表达式的重复展开后过大`, say`请减少重复次数：用 {1,20}，不要用 {1,1000}。`),
  "not-a-function": (f) =>
    told(
      say`“${f.name}”不是函数名`,
      say`请写 Name、Receiver.Name 或 import/path.Name，或使用字段 name、receiver 和 package。`,
    ),
  "function-of-two": (f) =>
    told(say`${f.function} 已经属于操作“${f.operation}”`, say`一个函数只属于一个操作，请从另一处删除。`),
  "key-nowhere": (f) => told(say`键“${f.name}”没有位置`, say`请用 entry、field、list 或 calls 写明它在哪里。`),
  "key-shape": (f) => SHAPES[f.place],
  "set-or-delete": () => told(say`一个调用要么设置键，要么删除键`, say`请写 set 或 delete 之一，值为调用的模式。`),
  "not-a-call": () => told(say`这不是调用`, say`请写出调用及其参数：'controllerutil.AddFinalizer($object, $key)'。`),
  "call-without-key": () =>
    told(say`这个调用没有说明哪个参数是键`, say`因为该键有 each: true，请在键的位置写 $key（若是列表则写 $keys）。`),
  conditions: (f) =>
    told(
      f.given.length === 0 ? say`触发器没有条件` : say`触发器有 ${f.given.length} 个条件：${names(f.given)}`,
      say`请只写 ${names(f.known)} 中的一个；多个触发器可以到达同一阶段。`,
    ),
  "subject-without-constant": (f) =>
    told(say`“subject”只能与 constant 一起使用`, say`请删除它，或把 ${f.condition} 换成 constant 和 value。`),
  "subject-without-value": () =>
    told(say`“subject”需要写明常量所代表的值`, say`请加上 value: Succeeded，或删除“subject”。`),
  "stage-twice": (f) => told(say`阶段“${f.stage}”列出了两次`, say`请删除其中一个。`),
  "stage-unreached": (f) => told(say`没有触发器通向阶段“${f.stage}”`, say`请为它加上触发器，或删除这个阶段。`),
  "too-many-hazards": (f) => told(say`一套规则最多有 ${f.most} 个隐患`, say`请拆成几套。`),
  "too-many-rules": (f) => told(say`这个隐患的规则超过 ${f.most} 条`, say`请拆成几个隐患。`),
  "too-many-alternatives": () => told(say`条件的备选组合过多`, say`请减少一次询问的条件。`),
  "built-in-rule": (f) => told(say`“${f.name}”是内置规则的名称`, say`请给这个隐患换一个名称。`),
  "hidden-text": (f) => told(say`“${f.field}”中有看不见的字符`, say`请删除控制字符和方向字符。`),
  "several-lines": () => told(say`message 有多行`, say`请用一行说明看到了什么，原因写在 explanation 中。`),
  "rule-says-nothing": (f) =>
    told(
      say`这条规则什么也没有说`,
      f.of === "code" ? say`请加上 pattern、kind、regex 或一种关系。` : say`请加上 pattern、type 或 regex。`,
    ),
  "rule-of-no-code": () =>
    told(
      say`这条规则没有说明针对哪些代码`,
      say`请加上 pattern、kind 或 regex（用 any 时每条都要有）；关系只能缩小范围。`,
    ),
  "stop-by-alone": (f) => told(say`“stopBy”属于某种关系`, say`请移到 ${names(f.relations)} 之一当中。`),
  "line-beyond": (f) => told(say`代码没有第 ${f.line} 行`, say`共 ${f.last} 行，从示例的第 1 行数起。`),
  "no-example": (f) =>
    told(
      f.of === "seen" ? say`缺少必须发现该隐患的代码示例` : say`缺少不应误认为该隐患的代码示例`,
      say`请加上一个，含 title、code 和 lines。`,
    ),
  "example-without-files": () => told(say`示例没有文件`, say`请至少写一个：'pkg/a.go': |`),
  "example-expects-nothing": () => told(say`示例没有写明预期`, say`请用 cells 或 writers 写明必须看到什么。`),
  "not-a-path": (f) => told(say`“${f.path}”不是仓库内的路径`, say`请从仓库根目录写起，用 / 分隔：pkg/a.go。`),
  "not-a-cell": (f) =>
    told(say`“${f.cell}”不是单元格的写法`, say`请写 Reset(false)、Set → Clean，或以 — 表示该阶段什么也不做。`),
  "not-a-binding": (f) => told(say`“${f.text}”没有说明值代表什么`, say`请写成 name=value：src=A。`),
  "bound-twice": (f) => told(say`“${f.name}”在同一步中给出了两次`, say`请只保留一个。`),
  "scenario-expects-nothing": () =>
    told(say`情景没有写明预期`, say`请写明某个键最终应是什么：requested-chassis: absent。`),
  "only-a-name": (f) => told(say`“${f.name}”在这里只是一个名称`, say`请写各步骤给它的值：${`${f.name}=A`} 时写 A。`),

  "until-before-since": () => told(say`“until”早于“since”`, say`请把先到的日期写在 since，或省略其中一个。`),
  "no-pack-file": (f) => told(say`文件 ${f.file} 不存在，或无法读取`, say`路径从仓库根目录写起。`),
  "unknown-pack": (f) => told(say`没有规则“${f.name}”`, suggest(f.name, f.known, say`内置规则有`)),
};

export const problemLine: Messages["problemLine"] = (place, { message, hint }) => say`${place}：${message}。${hint}`;

function told(message: Text, hint: Text): { message: Text; hint: Text } {
  return { message, hint };
}

function suggest(wanted: string, known: readonly string[], words: Text): Text {
  const best = nearest(wanted, known);
  if (best !== null) return say`是不是想写“${best}”？`;
  return known.length === 0 ? say`${words}：无。` : say`${words}：${names(known)}。`;
}

function names(all: readonly string[]): Text {
  return join(all.map(name), "、");
}

function label(at: Label): Text {
  if (at === null) return say`此处`;
  return "field" in at ? say`“${at.field}”` : say`“${at.of}”的第 ${at.element} 个元素`;
}

const NAMES = say`请以字母或数字开头，其后可有字母、数字和 . _ - /。`;

const FORMATS: Readonly<Record<string, Text>> = {
  names: NAMES,
  id: say`请用小写单词，以 - 连接，各部分以 / 分隔：my-project/leases。`,
  visible: say`请删除看不见的字符和改变文字方向的字符。`,
  date: say`请按 2026-03-31 的写法写日期。`,
  constant: say`请只写常量名，不带包名：MigrationSucceeded。`,
};

const KINDS: Readonly<Record<Kind | "integer", string>> = {
  text: "文本",
  number: "数字",
  integer: "整数",
  boolean: " true 或 false",
  list: "列表",
  mapping: "映射",
  empty: "空值",
  missing: "缺失",
};

const OF = { stage: "阶段", operation: "操作", value: "值", key: "键", rule: "规则" } as const;

const SHAPES = {
  entry: told(
    say`entry 应是带索引的映射，而这里不是`,
    say`请写 '*.Options["requested-chassis"]'；没有索引的请用 field。`,
  ),
  field: told(say`field 应形如 something.Name，而这里不是`, say`请写 '*.Spec.NodeName'；映射的元素请用 entry。`),
  list: told(say`list 应是不带索引的名称，而这里不是`, say`请写 '*.Finalizers'；追加或赋值之处会自动找到。`),
};

/** What the form says about a place, in Chinese where it is known. */
function meant(meaning: string): string {
  return meanings[meaning] ?? meaning;
}

function sentence(meaning: string): Text {
  return [`${meant(meaning)}。`];
}
