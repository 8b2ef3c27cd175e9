import { Failure } from "../../primitives/index.js";
import { troubleOf } from "../trouble.js";

/** Seconds to wait when GitHub does not say how long. */
const A_MINUTE = 60;

/**
 * Turns what the client threw into one of our failures. Neither its words nor itself are
 * passed on: they quote the request, and with it tokens and people's code.
 *
 * `github.rate-limited`, `github.unreachable` and `github.failed` pass by themselves; the
 * first has `seconds` to wait. `github.not-found` also means that the App is not installed
 * any more. `github.refused` is a mistake of ours.
 */
export function githubFailure(error: unknown, repository: string): Failure {
  if (error instanceof Failure) return error;
  const trouble = troubleOf(error);
  if (trouble.code === "not-found") return new Failure("github.not-found", { repository });
  const fields = { repository, detail: trouble.detail };
  switch (trouble.code) {
    case "github-unauthorized":
      return new Failure("github.unauthorized", { repository });
    case "github-forbidden":
      return new Failure("github.forbidden", fields);
    case "github-rate-limited":
      return new Failure("github.rate-limited", { repository, seconds: secondsOf(trouble.detail) });
    case "github-unreachable":
      return new Failure("github.unreachable", fields);
    default:
      return new Failure(/^4\d\d$/.test(trouble.detail) ? "github.refused" : "github.failed", fields);
  }
}

/** Asks GitHub, and throws one of our failures when that fails. */
export async function orFailure<Value>(repository: string, question: () => Promise<Value>): Promise<Value> {
  try {
    return await question();
  } catch (error) {
    throw githubFailure(error, repository);
  }
}

/** `60 s`, or the instant at which to come back. */
function secondsOf(wait: string): number {
  const seconds = /^(\d+) s$/.exec(wait)?.[1] ?? (Date.parse(wait) - Date.now()) / 1000;
  return Number.isNaN(Number(seconds)) ? A_MINUTE : Math.max(1, Math.ceil(Number(seconds)));
}
