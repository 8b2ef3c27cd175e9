import { Failure } from "../primitives/index.js";
import type { Call } from "./session.js";

/** The change that a review is about, as typed. */
export interface ReviewedChange {
  /** Null judges head alone. */
  readonly base: string | null;
  readonly head: string;
  /** Of a pull request, else null. Its base is asked for when it was not told. */
  readonly number: number | null;
}

/** A side that is left out is HEAD: https://git-scm.com/docs/gitrevisions#_dotted_range_notations */
const RANGE = /^(.*?)\.{2,3}(.*)$/s;

/** Understands `BASE...HEAD`, `#123`, a ref as the head, and `--base` and `--head`. Fails when they contradict each other. */
export function reviewedChange({ args: [change], own }: Pick<Call, "args" | "own">): ReviewedChange {
  const base = typeof own.base === "string" ? own.base : null;
  const head = typeof own.head === "string" ? own.head : null;
  if (change === undefined) return { base, head: head ?? "HEAD", number: numberOf(head) };
  if (head !== null) throw new Failure("two-heads", { first: change, second: head });
  const range = RANGE.exec(change);
  if (range === null) return { base, head: change, number: numberOf(change) };
  if (base !== null) throw new Failure("two-bases", { first: change, second: base });
  const [from, to] = range.slice(1).map((side) => side || "HEAD");
  return { base: from ?? null, head: to ?? "HEAD", number: numberOf(to ?? null) };
}

function numberOf(ref: string | null): number | null {
  const digits = /^#(\d{1,9})$/.exec(ref ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}
