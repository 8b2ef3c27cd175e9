import type { RE2JS } from "re2js";
import { perObject, whenNeeded } from "../primitives/index.js";
import type { TextRule } from "./hazard.js";

/** Runs in time linear in the source, whatever an author wrote. */
export const regexEngine = whenNeeded<typeof import("re2js")>("re2js");

/** The expression of a rule. Fails with the engine's `RE2JSException` where its text is none. */
export const expressionOf = perObject(({ text }: TextRule): RE2JS => regexEngine().RE2JS.compile(text));
