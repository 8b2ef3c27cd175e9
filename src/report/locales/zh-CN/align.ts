import { say } from "../../text.js";
import type { Messages } from "../en.js";
import { nameOr } from "./words.js";

export const align: Messages["align"] = {
  heading: (from, to) => say`要让 ${from} 的行为与 ${to} 一致，需要修改`,
  none: (from, to) => say`无需修改：${from} 的行为已与 ${to} 一致。`,
  step: (place, from, to) =>
    from === to ? say`${place}${nameOr(from, "无")}` : say`${place}${nameOr(from, "无")} → ${nameOr(to, "无")}`,
  at: (place) => say`（${place.function}，${`${place.file}:${place.line}`}）`,
  changes: {
    "replace-call": (c, at) => say`把 ${c.call} 改为调用 ${c.by}${at}`,
    "add-call": (c, at) => say`增加调用 ${c.call}${at}`,
    "remove-call": (c, at) => say`去掉调用 ${c.call}${at}`,
    "add-effect": (c, at) => say`让 ${c.operation} 执行 ${c.effect}${at}`,
    "remove-effect": (c, at) => say`让 ${c.operation} 不再执行 ${c.effect}${at}`,
    "change-trigger": (c, at) => say`把 ${c.call} 的触发条件由 ${c.from} 改为 ${c.to}${at}`,
    "change-guards": (c, at) =>
      c.from === "—"
        ? say`为 ${c.call} 增加条件 ${c.to}${at}`
        : c.to === "—"
          ? say`去掉 ${c.call} 的条件 ${c.from}${at}`
          : say`把 ${c.call} 的条件 ${c.from} 换成 ${c.to}${at}`,
    "add-operation": (c, like) => say`增加操作 ${c.operation}${like.length === 0 ? [] : say`，参照${like}`}`,
    "remove-operation": (c, at) => say`去掉操作 ${c.operation}${at}`,
  },
};
