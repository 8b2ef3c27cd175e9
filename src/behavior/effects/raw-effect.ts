import type { KeyRule } from "../../rules/index.js";
import type { Path } from "../facts/path.js";
import type { Term } from "../terms/term.js";
import type { ValueText } from "./value.js";

/** An effect as one function's text shows it, before anything is known of its callers. */
export interface RawEffect {
  readonly rule: KeyRule;
  readonly action: "set" | "delete";
  /** For a family: what names the key; null for a rule that is one key. */
  readonly member: Term | null;
  /** The object whose state it is, where the source shows it. */
  readonly object: Term | null;
  /** Null for delete. */
  readonly value: ValueText | null;
  /** What is written, as a term; null for delete. */
  readonly written: Term | null;
  readonly path: Path | null;
  /** Counts from 0 within the declaration. */
  readonly line: number;
  /** The site's place in the order in which the function runs things. */
  readonly order: number;
  readonly when: "now" | "deferred" | "concurrent";
  /**
   * A whole map was replaced, so every entry is gone, tracked ones too if the
   * map is one that holds them. Whether it is depends on the object's type.
   */
  readonly wholesale: boolean;
  /** The call that stands for the effect; null for a write in place. */
  readonly call: (Term & { readonly kind: "call" }) | null;
}
