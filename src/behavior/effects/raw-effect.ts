import type { KeyRule } from "../../rules/index.js";
import type { Site } from "../facts/function-facts.js";
import type { Path } from "../facts/path.js";
import type { Term, TermOf } from "../terms/term.js";
import type { ValueText } from "./value.js";

/** The loss of a whole map: tracked entries are gone, too, if the map is one that holds them. */
export interface Wholesale {
  /** The map is new, or known to be empty. */
  readonly losesNothing: () => boolean;
}

/** An effect as one function's text shows it, before anything is known of its callers. */
export interface RawEffect {
  readonly rule: KeyRule;
  readonly action: "set" | "delete";
  /** For a family: what names the key, null for all of its keys; null for a rule that is one key. */
  readonly member: Term | null;
  /** The object whose state it is, where the source shows it, and its type. */
  readonly object: Term | null;
  readonly objectType: string | null;
  /** Null for delete. */
  readonly value: ValueText | null;
  readonly site: Site;
  /** The site's path, and what else must hold for this effect. */
  readonly path: Path | null;
  /** Counts from 0 within the declaration. */
  readonly line: number;
  /** Not null where every entry of a map is gone because the whole map was replaced. */
  readonly wholesale: Wholesale | null;
  /** The call that stands for the effect; null for a write in place. */
  readonly call: TermOf<"call"> | null;
}
