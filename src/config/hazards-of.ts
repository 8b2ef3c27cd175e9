import type { Severity } from "../primitives/index.js";
import type { Pack } from "../rules/index.js";

/** A rule that a pack brings along, as far as settings and explanations need it. */
export interface HazardDescription {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly explanation: string;
}

/** The hazards of a pack, in its order. */
export function hazardsOf(
  pack: Pack & { readonly hazards?: readonly HazardDescription[] },
): readonly HazardDescription[] {
  return pack.hazards ?? [];
}
