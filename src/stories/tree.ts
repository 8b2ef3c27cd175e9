import type { Buffer } from "node:buffer";

/** One entry of a commit's tree, in git's terms. */
export interface TreeFile {
  readonly mode: "100644" | "100755" | "120000" | "160000";
  /** For a submodule (160000) the commit's id as text. */
  readonly content: Buffer;
}
/** path -> entry; paths are unique and never folders. */
export type Tree = ReadonlyMap<string, TreeFile>;
