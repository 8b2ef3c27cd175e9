/**
 * Source text in, declarations and a neutral tree out. This folder knows no
 * git, no rule and no behavior.
 */
export type { Cut, LanguageFrontEnd, Lowered, Piece, SourceRole } from "./contract.js";
export { goFrontEnd } from "./go/front-end.js";
export type * from "./tree.js";
