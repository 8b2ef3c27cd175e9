import type { Cut, Piece } from "../../languages/index.js";
import type { DeclarationFacts } from "./declaration-facts.js";

/** The declarations of a file that matter, as read from one blob. */
export interface KeptFile {
  readonly path: string;
  readonly module: string;
  readonly imports: Cut["imports"];
  readonly declarations: readonly { readonly piece: Piece; readonly facts: DeclarationFacts }[];
}
