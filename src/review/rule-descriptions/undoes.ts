import type { RuleDescription } from "../rule-description.js";

/** Cells of this change return to what an earlier change had replaced. */
export const undoes = { id: "undoes", severity: "warning", mode: "comment" } as const satisfies RuleDescription;
