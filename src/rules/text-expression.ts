import { createRequire } from "node:module";
import type { RE2JS } from "re2js";
import { perObject } from "../primitives/index.js";
import type { TextRule } from "./hazard.js";

let engine: typeof import("re2js") | null = null;

/** The engine runs in time linear in the source, whatever an author wrote; it is large, and loaded when it is needed. */
export function regexEngine(): typeof import("re2js") {
  engine ??= createRequire(import.meta.url)("re2js") as typeof import("re2js");
  return engine;
}

/** The expression of a rule that was understood. */
export const expressionOf = perObject(({ text }: TextRule): RE2JS => regexEngine().RE2JS.compile(text));
