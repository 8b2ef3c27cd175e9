import { NotUnderstood } from "./ask.js";

/** Why GitHub did not tell what it was asked; the codes are those of the remarks. */
export type Trouble = { readonly code: "not-found" } | { readonly code: TroubleCode; readonly detail: string };

type TroubleCode =
  | "github-unauthorized"
  | "github-forbidden"
  | "github-rate-limited"
  | "github-no-repository"
  | "github-unreachable"
  | "github-failed"
  | "github-not-understood";

/**
 * Understands what the client threw. Its messages are never passed on: they may
 * quote a request, and a request has the token in it.
 */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof NotUnderstood) return { code: "github-not-understood", detail: "" };
  const status = statusOf(error);
  if (status === 404 || status === 410) return { code: "not-found" };
  if (status === 401) return { code: "github-unauthorized", detail: "401" };
  if (isRateLimit(error, status)) return { code: "github-rate-limited", detail: waitOf(error) };
  if (status === 403 || status === 451) return { code: "github-forbidden", detail: String(status) };
  if (status !== null) return { code: "github-failed", detail: String(status) };
  return { code: "github-unreachable", detail: reasonOf(error) };
}

/** The HTTP status; null when no answer came. The client gives 500 to requests that got none, but then there is no response. */
function statusOf(error: unknown): number | null {
  const { status, response } = error as { status?: unknown; response?: unknown };
  return typeof status === "number" && response !== undefined ? status : null;
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function isRateLimit(error: unknown, status: number | null): boolean {
  if (status === 429) return true;
  return status === 403 && (header(error, "x-ratelimit-remaining") === "0" || header(error, "retry-after") !== null);
}

/** When to come back, as an instant or in seconds; "" when GitHub does not say. */
function waitOf(error: unknown): string {
  const after = Number(header(error, "retry-after") ?? Number.NaN);
  if (Number.isInteger(after) && after >= 0) return `${after} s`;
  const reset = Number(header(error, "x-ratelimit-reset") ?? Number.NaN);
  if (!Number.isInteger(reset) || reset < 0 || reset > 1e11) return "";
  return new Date(reset * 1000).toISOString().replace(/\.\d+Z$/, "Z");
}

function header(error: unknown, name: string): string | null {
  const headers = (error as { response?: { headers?: Record<string, unknown> } }).response?.headers;
  const value = headers?.[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

/** The system's word for what went wrong (`ECONNREFUSED`), which names no request. */
function reasonOf(error: unknown): string {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if (each.name === "TimeoutError" || each.name === "AbortError") return "ETIMEDOUT";
    const { code } = each as NodeJS.ErrnoException;
    if (typeof code === "string" && /^[A-Z][A-Z0-9_]+$/.test(code)) return code;
  }
  return "?";
}
