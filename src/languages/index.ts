/**
 * Source text in, declarations and a neutral tree out. This folder knows no
 * git, no rule and no behavior.
 */
import type { LanguageFrontEnd } from "./contract.js";
import { goFrontEnd } from "./go/front-end.js";

export type { Cut, LanguageFrontEnd, Lowered, Piece, SourceRole } from "./contract.js";
export type * from "./tree.js";
export { goFrontEnd };

/** Every language we read. A new one is added here. */
export const frontEnds: readonly LanguageFrontEnd[] = [goFrontEnd];

/** The front-end that reads the file, by the ending of its name. */
export function frontEndFor(path: string): LanguageFrontEnd | null {
  return frontEnds.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension))) ?? null;
}
