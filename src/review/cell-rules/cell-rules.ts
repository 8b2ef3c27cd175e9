import { asymmetry } from "./asymmetry.js";
import type { CellRule } from "./cell-rule.js";
import { earlyReturn } from "./early-return.js";
import { guardedCleanup } from "./guarded-cleanup.js";
import { missingStage } from "./missing-stage.js";
import { twoFlows } from "./two-flows.js";
import { uncleanedKey } from "./uncleaned-key.js";
import { unownedCleanup } from "./unowned-cleanup.js";
import { unusedOperation } from "./unused-operation.js";

/** The rules on cells, in the order in which their findings are told. */
export const cellRules: readonly CellRule[] = [
  earlyReturn,
  asymmetry,
  guardedCleanup,
  uncleanedKey,
  missingStage,
  twoFlows,
  unownedCleanup,
  unusedOperation,
];
