import type { CellRule } from "./cell-rule.js";
import { calledOperations } from "./happenings.js";

/** An operation is defined and has effects, and nothing calls it; calls in tests are not looked at. */
export const unusedOperation: CellRule = {
  rule: "unused-operation",
  claimsAbsence: true,
  find: (behavior) => {
    const called = calledOperations(behavior);
    return behavior.operations
      .filter(({ operation, cases }) => !called.has(operation) && cases.some(({ effects }) => effects.length > 0))
      .map(({ operation, function: name, file, line }) => ({
        facts: { rule: "unused-operation", operation, function: name },
        severity: "notice",
        stage: null,
        file,
        line,
        places: [],
        identity: ["unused-operation", operation],
      }));
  },
};
