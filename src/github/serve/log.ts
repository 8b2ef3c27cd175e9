import { type Logger, pino } from "pino";
import { redactor } from "./redact.js";

export const logLevels = ["fatal", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

/** All that a line of the log may tell beside its message. Whatever else is handed to it is left out. */
export interface LogFields {
  readonly delivery?: string;
  readonly event?: string;
  readonly job?: string;
  readonly key?: string;
  readonly attempt?: number;
  readonly outcome?: string;
  readonly installation?: number;
  readonly repository?: number;
  readonly number?: number;
  readonly status?: number;
  readonly bytes?: number;
  readonly count?: number;
  readonly milliseconds?: number;
  readonly address?: string;
  readonly role?: string;
  readonly store?: string;
  readonly signal?: string;
  /** The short id under which a trouble of ours was told on GitHub. */
  readonly trouble?: string;
  readonly code?: string;
  readonly err?: unknown;
}

const ALLOWED: Readonly<Record<keyof LogFields, true>> = {
  delivery: true,
  event: true,
  job: true,
  key: true,
  attempt: true,
  outcome: true,
  installation: true,
  repository: true,
  number: true,
  status: true,
  bytes: true,
  count: true,
  milliseconds: true,
  address: true,
  role: true,
  store: true,
  signal: true,
  trouble: true,
  code: true,
  err: true,
};

const LONGEST_TEXT = 500;
const FRAMES = 8;

/** Structured lines for whoever runs the App. Never a payload, code, or a secret. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** The same log for libraries that want one of pino; their objects pass the same sieve. */
  readonly forLibraries: Logger;
}

/**
 * @param secrets what must never be shown, beside all that looks like a token
 * @param write takes one line of JSON with its end
 */
export function openLog(level: LogLevel, secrets: readonly string[], write: (line: string) => void): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }), log: sieve },
      serializers: { err: describeError, event: plainOnly },
      hooks: { streamWrite: redactor(secrets) },
    },
    { write },
  );
  const at =
    (name: "debug" | "info" | "warn" | "error") =>
    (message: string, fields: LogFields = {}) =>
      logger[name](fields, cut(message));
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error"), forLibraries: logger };
}

function sieve(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => Object.hasOwn(ALLOWED, name))
      .map(([name, value]) => [name, typeof value === "string" ? cut(value) : value]),
  );
}

/** An event is named; a library may pass all of it. */
function plainOnly(value: unknown): unknown {
  return typeof value === "string" ? cut(value) : undefined;
}

/** What an error is and where it comes from; not what it drags along (requests, payloads, settings). */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, status } = error as { code?: unknown; status?: unknown };
  return {
    type: error.name,
    message: cut(error.message),
    ...(typeof code === "string" ? { code: cut(code) } : {}),
    ...(typeof status === "number" ? { status } : {}),
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, FRAMES)
      .map((line) => cut(line.trim())),
    ...(error instanceof AggregateError ? { errors: error.errors.slice(0, 3).map(describeError) } : {}),
  };
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
