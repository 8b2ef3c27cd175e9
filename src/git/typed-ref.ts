import { Failure } from "../primitives/index.js";

/** A ref as typed, split into what names it and how to walk from there: `main` and `~2`. */
export interface TypedRef {
  readonly ref: string;
  /** All of it when it is `elaborate`. */
  readonly base: string;
  readonly steps: string;
  /** The number of a pull request (`#123`), else null. */
  readonly pullRequest: number | null;
  /** Uses a reflog, a regular expression or a path: git may die of these, so they are asked apart. */
  readonly elaborate: boolean;
}

const PLAIN = /^(?<base>[^~^:]+)(?<steps>(?:~\d*|\^\d*|\^\{\w*\})*)$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const REFUSED = /^-|^[:^]|[\x00-\x1f\x7f]|^\s*$/;

/** Fails with `invalid-ref` for what can never name a ref: options, `:/words`, `^main`, line feeds, nothing. */
export function parseRef(ref: string): TypedRef {
  // Quoted as JSON and without its quotes, control characters are seen.
  if (REFUSED.test(ref)) throw new Failure("invalid-ref", { ref: JSON.stringify(ref).slice(1, -1) });
  const { base = ref, steps = "" } = PLAIN.exec(ref)?.groups ?? {};
  const number = /^#(\d+)$/.exec(base)?.[1];
  return {
    ref,
    base,
    steps,
    pullRequest: number === undefined ? null : Number(number),
    elaborate: !PLAIN.test(ref) || base.includes("@{"),
  };
}

/** Whether it is a whole object id, of SHA-1 or SHA-256. */
export function isObjectId(name: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(name);
}

/** Whether git takes it for an abbreviated id when nothing has that name. */
export function mayStartObjectId(name: string): boolean {
  return /^[0-9a-f]{4,64}$/i.test(name);
}
