import { say } from "../../text.js";
import type { Messages } from "../en.js";
import { nameOr } from "./words.js";

export const explainFinding: Messages["explainFinding"] = {
  headings: { steps: say`它是如何得出的`, answer: say`如何答复这一次` },
  identity: (f) => say`编号 ${f.id}，由规则 ${f.rule} 在 ${f.ref} 上发现；${f.state}。`,
  states: { told: say`目前存在`, resolved: say`本次改动将其消除`, stated: say`已声明为有意` },
  cell: (f) => say`在 ${f.ref} 上，${f.stage} 阶段：${nameOr(f.calls, "无")}`,
  call: (f) => say`${f.function} 中调用了 ${f.call}，${f.at}`,
  via: (f) => say`经由 ${f.function} 到达，${f.at}`,
  trigger: (f) => say`由 ${f.trigger} 触发：${f.expression}`,
  guard: (f) => (f.exit === null ? say`仅当 ${f.condition}` : say`若 ${f.condition} 则不会，此时以 ${f.exit} 离开`),
  place: (at) => say`见 ${at}`,
  change: (f) => say`先前的改动：${f.who}，“${f.subject}”`,
  intent: (line) => say`由作者在描述或提交说明中写明理由：${line}`,
  comment: (line) => say`由维护者在拉取请求上评论并写明理由：${line}`,
};
