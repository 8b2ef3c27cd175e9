import { say } from "../../text.js";
import type { Messages } from "../en.js";
import { list } from "./words.js";

export const failures: Messages["failures"] = {
  "git-not-found": () => say`找不到 git；请安装 git，并确认它在 PATH 中。`,
  "git-too-old": (f) => say`git ${f.version} 版本过低，需要 ${f.minimum} 或更高版本。`,
  "git-failed": (f) => say`在 ${f.directory} 中执行 ${f.command} 失败：${f.detail}`,
  "git-stopped": (f) => say`在 ${f.directory} 中执行的 ${f.command} 被中止（${f.detail}），请重试。`,
  interrupted: () => say`已中断。`,
  "no-such-directory": (f) => say`目录 ${f.directory} 不存在。`,
  "not-a-repository": (f) => say`${f.directory} 不在 git 仓库中；请进入仓库目录，或用 --repo 指定。`,
  "repository-damaged": (f) => say`${f.directory} 的仓库已损坏（${f.detail}）；可用 git fsck 查看详情。`,
  "unknown-finding": (f) =>
    f.known === ""
      ? say`这里没有编号为 ${f.id} 的发现，也没有其他发现；可用 --base 和 --head 指明是哪次改动。`
      : say`这里没有编号为 ${f.id} 的发现，现有：${list(f.known.split(", "))}；可用 --base 和 --head 指明是哪次改动。`,
  "two-heads": (f) => say`“${f.first}”和 --head ${f.second} 都指定了改动，请只给其中一个。`,
  "two-bases": (f) => say`“${f.first}”和 --base ${f.second} 都指定了基准，请只给其中一个。`,
  "description-unreadable": (f) => say`无法读取描述文件 ${f.file}（${f.reason}），请给出一个文本文件。`,
  "invalid-ref": (f) => say`“${f.ref}”不是合法的引用名。`,
  "ambiguous-ref": (f) => say`“${f.ref}”有多种解释：${f.candidates}；请写出完整名称。`,
  "unknown-ref": (f) => say`没有名为“${f.ref}”的分支、标签或提交；是不是想写“${f.nearest}”？`,
  "unknown-ref-without-suggestion": (f) =>
    say`没有名为“${f.ref}”的分支、标签或提交；git branch --all 可列出分支，缺少的可用 git fetch 获取。`,
  "unknown-commit": (f) => say`这里没有提交“${f.ref}”；可以用 git fetch 获取。`,
  "unknown-pull-request": (f) =>
    say`本地没有拉取请求 ${f.ref} 的提交；可用 git fetch origin ${`refs/pull/${f.number}/head:refs/pull/${f.number}/head`} 获取。`,
  "ref-without-commit": (f) => say`“${f.ref}”（${f.name}）指向的不是提交。`,
  "no-common-history": (f) => say`“${f.ref}”与所比较的分支没有共同的历史。`,
  "rules.unknown-pack": (f) => say`没有规则“${f.reference}”；内置规则有 ${f.known}，自己的规则文件须以 .yml 结尾。`,
  "rules.unknown-pack-near": (f) => say`没有规则“${f.reference}”；是不是想写“${f.nearest}”？`,
  "rules.same-id": (f) => say`${f.first} 和 ${f.second} 都是规则“${f.id}”，请只保留一个。`,
  "rules.no-such-file": (f) => say`文件 ${f.file} 不存在。`,
  "rules.file-is-a-folder": (f) => say`${f.file} 是目录；请指定一个规则文件。`,
  "rules.file-unreadable": (f) => say`无法读取 ${f.file}（${f.reason}）。`,
  "rules.invalid-pack": (f) => say`规则文件 ${f.file} 有 ${f.count} 处问题：`,
  "config.invalid": (f) => say`设置文件 ${f.file} 有 ${f.count} 处问题：`,
  "config.unreadable": (f) => say`无法读取 ${f.commit} 中的 ${f.file}：${f.detail}；可以用 git fetch 获取缺少的对象。`,
  "config.no-such-pack": (f) =>
    say`设置中指定了规则 ${f.file}，但 ${f.ref} 中没有这个文件；请把它提交到该分支，或更正路径。`,
  "config.exists": (f) => say`已存在 ${f.file}；如需覆盖，请加 --force。`,
  "config.no-uses": () =>
    say`无从得知 Action 发布在哪里；请加上 --uses OWNER/REPO@REF，即存放这个版本 Volteface 的仓库和标签。`,
  "config.bare": (f) => say`${f.directory} 没有可写入的工作目录；请在带有文件的克隆中运行。`,
  "config.unknown-rule": (f) =>
    f.nearest === ""
      ? say`没有规则“${f.rule}”；可用的规则有 ${f.known}。`
      : say`没有规则“${f.rule}”；是不是想写“${f.nearest}”？`,
  "directory-not-empty": (f) => say`目录 ${f.directory} 不为空。`,
  "unknown-story": (f) => say`没有名为“${f.story}”的示例；现有 ${f.known}。`,
  "bad-story": (f) => say`示例“${f.story}”有误：${f.problems}`,
  "usage.unknown-command": (f) =>
    f.nearest === ""
      ? say`没有命令“${f.command}”；可用的命令有 ${f.known}。`
      : say`没有命令“${f.command}”；是不是想写“${f.nearest}”？`,
  "usage.unknown-flag": (f) =>
    f.nearest === ""
      ? say`没有选项“${f.flag}”；可用 ${`${f.command} --help`} 查看全部选项。`
      : say`没有选项“${f.flag}”；是不是想写“${f.nearest}”？`,
  "usage.flag-without-value": (f) => say`选项 ${f.flag} 需要一个值。`,
  "usage.unknown-value": (f) =>
    f.nearest === ""
      ? say`${f.flag} 的值不能是“${f.value}”；可选值为 ${f.known}。`
      : say`${f.flag} 的值不能是“${f.value}”；是不是想写“${f.nearest}”？`,
  "usage.bad-value": (f) => say`${f.flag} 的值不能是“${f.value}”；格式应为 ${f.form}。`,
  "usage.missing-argument": (f) => say`缺少参数：${`${f.command} ${f.argument}`}。`,
  "usage.too-many-arguments": (f) => say`${f.command} 不接受参数“${f.argument}”。`,
  "usage.other": (f) => say`命令行有误：${f.detail}`,
  "output.no-directory": (f) => say`无法写入 ${f.file}：目录 ${f.directory} 不存在。`,
  "output.is-a-directory": (f) => say`无法写入 ${f.file}：它是一个目录。`,
  "output.no-permission": (f) => say`无法写入 ${f.file}：权限不足。`,
  "output.no-space": (f) => say`无法写入 ${f.file}：磁盘空间不足。`,
  "output.failed": (f) => say`无法写入 ${f.file}（${f.reason}）。`,
  "scenario.none": (f) => say`规则“${f.pack}”没有情景；可在其文件中编写（写法见 docs/writing-rules.md）。`,
  "scenario.unbound": (f) =>
    say`${f.at}：在 ${f.ref} 上，${f.call} 在这一步写入 ${f.key} 的值用到 ${f.symbol}，但没有说明它是什么；可写成 ${`${f.stage} ${f.symbol}=A`}。`,
  "serve.missing": (f) => say`未设置 ${f.variable}；其来源见 docs/self-hosting.md。`,
  "serve.no-private-key": () =>
    say`PRIVATE_KEY 和 PRIVATE_KEY_PATH 都没有设置；请在 App 的设置页生成私钥，并设置其中之一。`,
  "serve.private-key-unreadable": (f) => say`PRIVATE_KEY_PATH：无法读取 ${f.file}（${f.reason}）。`,
  "serve.bad-private-key": (f) =>
    say`${f.variable} 的内容不是 RSA 私钥；应为 GitHub 给出的完整 .pem 文件：可以原样给出，可以用 \\n 代替换行，也可以是 base64。`,
  "serve.not-a-number": (f) => say`${f.variable} 不能是“${f.value}”；应为 ${f.minimum} 到 ${f.maximum} 之间的整数。`,
  "serve.unknown-word": (f) => say`${f.variable} 不能是“${f.value}”；可选值为 ${f.known}。`,
  "serve.not-an-address": (f) => say`${f.variable} 不是形如 ${f.form} 的地址。`,
  "serve.role-needs-database": (f) => say`ROLE=${f.role} 需要 DATABASE_URL：只有 PostgreSQL 可供多个进程共用。`,
  "serve.cannot-listen": (f) =>
    say`无法监听 ${f.host} 的端口 ${f.port}（${f.reason}）；可用 HOST 和 PORT 指定其他位置。`,
  "store.directory-in-use": (f) =>
    say`另一个进程正在使用 ${f.directory}；内嵌数据库只能由一个进程使用，多个进程请设置 DATABASE_URL。`,
  "store.directory-unusable": (f) =>
    say`无法在 ${f.directory} 中保存数据（${f.reason}）；可用 VOLTEFACE_DATA_DIR 指定其他目录。`,
  "store.directory-too-long": (f) =>
    say`目录 ${f.directory} 的路径过长，无法在其中建立套接字；VOLTEFACE_DATA_DIR 最多 ${f.maximum} 个字节。`,
  "store.damaged": (f) => say`无法打开 ${f.directory} 中的数据库；请恢复备份，或移走该目录以重新开始。`,
  "store.database-unreachable": (f) =>
    say`无法使用 DATABASE_URL 所指的数据库（${f.reason}）；请确认它正在运行，且用户名和密码正确。`,
  "store.newer": (f) =>
    say`数据库来自更新的版本（第 ${f.found} 步，本版本只认得 ${f.known} 步）；请升级 Volteface，或恢复升级前的备份。`,
  "mirror.unsupported-url": (f) => say`不支持从“${f.url}”获取仓库；必须使用 https，且不带凭据。`,
  "mirror.no-access": (f) =>
    say`GitHub 不允许获取 ${f.repository}（${f.detail}）；请确认 App 已安装在该仓库，并有读取内容的权限。`,
  "mirror.unreachable": (f) => say`无法获取 ${f.repository}（${f.detail}），稍后会重试。`,
  "mirror.timeout": (f) => say`获取 ${f.repository} 超过了 ${f.seconds} 秒的时限。`,
  "mirror.too-large": (f) => say`${f.repository} 超过了单个仓库 ${f.megabytes} MB 的上限。`,
  "mirror.no-space": (f) => say`无法获取 ${f.repository}：磁盘空间不足。`,
  "mirror.history-rejected": (f) => say`拒绝接收 ${f.repository} 的历史：git fsck 认为其格式有误（${f.detail}）。`,
  "mirror.fetch-failed": (f) => say`获取 ${f.repository} 失败：${f.detail}`,
  "action.no-pull-request": (f) => say`此工作流因 ${f.event} 而运行，没有拉取请求；请在 pull_request 事件上运行。`,
  "github.moved": (f) => say`查看期间 ${f.repository} 的拉取请求有了变化，将重新查看。`,
  "github.not-found": (f) => say`在 GitHub 的 ${f.repository} 中找不到所需内容；可能已被删除，或 App 已不再安装于此。`,
  "github.unauthorized": (f) =>
    say`GitHub 不接受 App 访问 ${f.repository} 的凭据；请检查 App 的 ID 和私钥，并确认 App 已安装。`,
  "github.forbidden": (f) => say`GitHub 不允许在 ${f.repository} 中进行此操作（${f.detail}）；请检查安装的权限。`,
  "github.rate-limited": (f) => say`GitHub 暂时不再接受对 ${f.repository} 的请求；${f.seconds} 秒后继续。`,
  "github.unreachable": (f) => say`处理 ${f.repository} 时无法连接 GitHub（${f.detail}），稍后会重试。`,
  "github.failed": (f) => say`处理 ${f.repository} 时 GitHub 返回错误（${f.detail}），稍后会重试。`,
  "github.refused": (f) => say`GitHub 没有接受为 ${f.repository} 提交的内容（${f.detail}）。`,
  "no-behavior": (f) =>
    say`没有规则能在这些引用中找到它要跟踪的名字；现有规则：${list(f.known.split(", "))}；可用 --rules 加入自己的规则。`,
};
