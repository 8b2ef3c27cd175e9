import { asymmetry } from "./rule-descriptions/asymmetry.js";
import { earlyReturnBeforeCleanup } from "./rule-descriptions/early-return-before-cleanup.js";
import { guardedCleanup } from "./rule-descriptions/guarded-cleanup.js";
import { missingBackport } from "./rule-descriptions/missing-backport.js";
import { missingStage } from "./rule-descriptions/missing-stage.js";
import { twoFlows } from "./rule-descriptions/two-flows.js";
import { uncleanedKey } from "./rule-descriptions/uncleaned-key.js";
import { undoes } from "./rule-descriptions/undoes.js";
import { undoesByLines } from "./rule-descriptions/undoes-by-lines.js";
import { unownedCleanup } from "./rule-descriptions/unowned-cleanup.js";
import { unusedOperation } from "./rule-descriptions/unused-operation.js";

/**
 * Every rule of Volteface itself, in the order of docs and answers. A new one is a file
 * beside, a line below, and its texts in the locales. Hazards are described by their packs.
 */
export const ruleDescriptions = [
  undoes,
  undoesByLines,
  missingBackport,
  asymmetry,
  guardedCleanup,
  missingStage,
  unusedOperation,
  twoFlows,
  earlyReturnBeforeCleanup,
  uncleanedKey,
  unownedCleanup,
] as const;

export type RuleId = (typeof ruleDescriptions)[number]["id"];
