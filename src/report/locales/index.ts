import type { Lang } from "../../primitives/index.js";
import { en, type Messages } from "./en.js";
import { zhCN } from "./zh-CN.js";

/**
 * Every message a person reads, in each language. Names, severities and JSON
 * keys are never translated. The English catalogue is the contract: another
 * language compiles only when it has the same messages with the same fields.
 */
export { type Lang, langs } from "../../primitives/index.js";
export type { Messages } from "./en.js";

const catalogues: Readonly<Record<Lang, Messages>> = { en, "zh-CN": zhCN };

export function messagesIn(lang: Lang): Messages {
  return catalogues[lang];
}
