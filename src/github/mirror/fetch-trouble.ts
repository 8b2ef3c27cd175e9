import { Failure } from "../../primitives/index.js";
import type { Ending } from "./guarded-git.js";

/** Why a fetch did not succeed. */
export type FetchTrouble =
  /** The token was not accepted; another one may be. */
  | { readonly kind: "unauthorized"; readonly detail: string }
  /** GitHub has no head of this pull request. */
  | { readonly kind: "no-head"; readonly number: number }
  /** What is on our disk is broken; a new mirror may do. */
  | { readonly kind: "damaged"; readonly detail: string }
  | { readonly kind: "failure"; readonly code: FailureCode; readonly detail: string };

type FailureCode =
  | "mirror.no-access"
  | "mirror.no-space"
  | "mirror.history-rejected"
  | "mirror.unreachable"
  | "mirror.fetch-failed";

/** git's words, most telling first; what the group holds is told on. */
const WORDS: readonly (readonly [pattern: RegExp, kind: FailureCode | "unauthorized" | "damaged"])[] = [
  [/(No space left on device|Disk quota exceeded)/, "mirror.no-space"],
  [/returned error: (401)/, "unauthorized"],
  [/(could not read Username|Authentication failed)/, "unauthorized"],
  [/returned error: (403|404)/, "mirror.no-access"],
  [/repository '[^'\n]*' (not found)/, "mirror.no-access"],
  [/returned error: (\d+)/, "mirror.unreachable"],
  [/(?:error|fatal): object [0-9a-f]{40}: ([^\n]+)/, "mirror.history-rejected"],
  [/(fsck error[^\n]*)/, "mirror.history-rejected"],
  [/(RPC failed[^\n]*|early EOF|unexpected disconnect)/, "mirror.unreachable"],
  [/unable to access '[^'\n]*': ([^\n]+)/, "mirror.unreachable"],
  [/(the remote end hung up[^\n]*|expected (?:flush|packfile)[^\n]*|bad line length[^\n]*)/, "mirror.unreachable"],
  [/((?:bad object|bad config|corrupt|broken|hash mismatch|invalid sha1|missing object)[^\n]*)/i, "damaged"],
  [/((?:unable to (?:read|find|parse)|could not (?:read|parse)|unexpected line in)[^\n]*)/i, "damaged"],
  [/(not a git repository|did not send all necessary objects|not a GIT packfile|far too short)/i, "damaged"],
];

const NO_HEAD = /couldn't find remote ref refs\/pull\/(\d+)\/head/;

/** Understands how a fetch ended; null when all is well. */
export function fetchTroubleOf(ending: Pick<Ending, "code" | "complaints">): FetchTrouble | null {
  if (ending.code === 0) return null;
  // What the other side lets us hear is not git's.
  const complaints = ending.complaints.replace(/^remote: .*$/gm, "");
  const number = NO_HEAD.exec(complaints)?.[1];
  if (number !== undefined) return { kind: "no-head", number: Number(number) };
  for (const [pattern, kind] of WORDS) {
    const found = pattern.exec(complaints);
    if (found === null) continue;
    const detail = found.slice(1).find((group) => group !== undefined) ?? "";
    return kind === "unauthorized" || kind === "damaged" ? { kind, detail } : { kind: "failure", code: kind, detail };
  }
  return { kind: "failure", code: "mirror.fetch-failed", detail: lastLine(complaints) };
}

/** What people are told. */
export function fetchFailure(trouble: FetchTrouble, repository: string): Failure {
  if (trouble.kind === "failure") return new Failure(trouble.code, { repository, detail: trouble.detail });
  if (trouble.kind === "unauthorized") return new Failure("mirror.no-access", { repository, detail: trouble.detail });
  const detail = trouble.kind === "damaged" ? trouble.detail : `refs/pull/${trouble.number}/head`;
  return new Failure("mirror.fetch-failed", { repository, detail });
}

function lastLine(complaints: string): string {
  const lines = complaints.split(/[\r\n]+/).filter((line) => /^(?:fatal|error): /.test(line));
  return (lines[0] ?? "?").replace(/^(?:fatal|error): /, "");
}
