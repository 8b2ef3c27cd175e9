import { callText } from "../../behavior/index.js";
import type { CellRule } from "./cell-rule.js";
import { callsAt } from "./happenings.js";

/**
 * Where one of several that share the state goes away, a cleanup asks nothing
 * about whose state it is. Who shares, and what tells the owner, is the pack's to
 * say (`shared`); without it the rule is silent.
 */
export const unownedCleanup: CellRule = {
  rule: "unowned-cleanup",
  claimsAbsence: true,
  find: (behavior, { pack }) =>
    (pack.shared?.stages ?? []).flatMap((stage) =>
      callsAt(behavior, stage).flatMap(({ call, asksOwner }) => {
        const keys = [...new Set(call.effects.filter(({ action }) => action === "delete").map(({ key }) => key))];
        if (asksOwner || keys.length === 0) return [];
        return [
          {
            facts: { rule: "unowned-cleanup", stage, call: callText(call), keys },
            severity: "notice",
            stage,
            file: call.file,
            line: call.line,
            places: [],
            identity: ["unowned-cleanup", stage, call.operation],
          },
        ];
      }),
    ),
};
