import { raise } from "../../findings/raised.js";
import { join, name, say, type Text } from "../../text.js";
import type { Messages } from "../en.js";
import { list, listSome, listTexts } from "./words.js";

export const findings: Messages["findings"] = {
  asymmetry: ({ setter, cleaner, keys }) =>
    raise(say`${setter} 会写入 ${list(keys)}，但 ${cleaner} 不会删除。`, say`是否应当一并删除？`),
  guardedCleanup: ({ cleaner, keys, guardedBy, reachedBy }) => {
    const only = say`${cleaner} 只在 ${guardedBy} 存在时才删除 ${list(keys)}`;
    return reachedBy.length === 0
      ? raise(say`${only}。目前没有发现只剩其一的路径。`, say`以后也会如此吗？`)
      : raise(
          say`${only}，而经过 ${join(reachedBy.map(name), " → ")} 之后只剩下 ${list(keys)}。`,
          say`之后由谁来删除？`,
        );
  },
  missingStage: ({ stage, calls, refs }) =>
    raise(say`在 ${stage} 阶段这里什么也不做，而 ${listSome(refs)} 会执行 ${calls}。`, say`这是有意的吗？`),
  unusedOperation: ({ operation, function: where }) =>
    raise(say`${operation}（${where}）已定义，但没有任何地方调用。`, say`还需要它吗？`),
  twoFlows: ({ stage, flows }) =>
    raise(say`${stage} 阶段由 ${flows.length} 条流程处理：${listTexts(flows.map(flow))}。`, say`它们会同时发生吗？`),
  earlyReturn: ({ function: where, condition, exit, skipped }) => {
    const missed = listTexts(skipped.map(({ stage, call }) => say`${stage} 阶段的 ${call}`));
    const fact =
      exit === null
        ? say`${where} 只在 ${condition} 成立时才会走到 ${missed}，而流程结束后该条件不成立。`
        : say`${where} 在 ${condition} 成立时以 ${exit} 提前返回，而流程结束后该条件成立，因此走不到 ${missed}。`;
    return raise(fact, say`这是有意的吗？`);
  },
  uncleanedKey: ({ key, writer }) => raise(say`${writer} 会写入 ${key}，但没有发现任何地方删除它。`, say`由谁来删除？`),
  unownedCleanup: ({ stage, call, keys }) =>
    raise(
      say`${stage} 阶段的 ${call} 会从多方共用的对象上删除 ${list(keys)}，却没有检查它属于谁。`,
      say`是否可能还有别人需要？`,
    ),
  undoes: ({ change, subject, before, extent, cells }) => {
    const returned = cells.length === 0 ? [] : say`：${join(cells, "；")}，与 ${before} 之前相同`;
    return raise(
      say`本次改动撤销了 ${change}${subject}${extent === "full" ? [] : say`的一部分`}${returned}。`,
      say`这是有意的吗？`,
    );
  },
  cell: ({ stage, operation, before, after }) => {
    const places = [stage === null ? [] : say`${stage} 阶段`, operation === null ? [] : say`操作 ${operation} 中`];
    const place = places.filter((text) => text.length > 0);
    return say`${join(place, "，")}由 ${before} 变回 ${after}`;
  },
  nothing: say`无`,
  more: (count) => say`另有 ${count} 处`,
  missingBackport: ({ change, subject, refs }) =>
    raise(say`${change}${subject}不在 ${listSome(refs)} 上。`, say`是否需要移植过去？`),
  hazard: ({ message, function: where, ends }) => raise(say`${where} 中：${message}${ends ? [] : ["。"]}`, []),
  quoted: (subject) => say`“${subject}”`,
};

function flow({ trigger, calls, function: where }: { trigger: string; calls: string; function: string }): Text {
  return say`${trigger}（${where} 中的 ${calls}）`;
}
