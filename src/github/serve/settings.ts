import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import envPaths from "env-paths";
import { Failures } from "../../primitives/index.js";
import type { MirrorLimits } from "../mirror/index.js";
import { type LogLevel, logLevels } from "./log.js";
import { parsePrivateKey } from "./private-key.js";
import { type Environment, Variables } from "./variables.js";

const roles = ["both", "web", "worker"] as const;
export type Role = (typeof roles)[number];

/** How the App runs, understood. */
export interface Settings {
  readonly appId: number;
  readonly privateKey: string;
  /** Null for a process that takes no webhooks. */
  readonly webhookSecret: string | null;
  /** Null for the embedded database. */
  readonly databaseUrl: string | null;
  readonly dataDirectory: string;
  readonly apiUrl: string;
  readonly host: string;
  readonly port: number;
  readonly role: Role;
  /** Jobs of a kind that this process works on at the same time. */
  readonly concurrency: number;
  /** Largest webhook body, in bytes. */
  readonly bodyLimit: number;
  /** What running jobs are given to finish when the process is asked to end. */
  readonly shutdownSeconds: number;
  readonly logLevel: LogLevel;
  /** Whether writes are held back as github.com wants it. */
  readonly restraint: boolean;
  readonly mirrors: MirrorLimits;
}

const MEGABYTE = 1024 * 1024;
/** What one fetch may take, in milliseconds; the job that waits for it has a quarter of an hour. */
const FETCH_MS = 600_000;

/** GitHub's own limit: it sends no larger ones. */
const LARGEST_BODY = 25 * 1024 * 1024;

const POSTGRES = { protocols: ["postgres:", "postgresql:"], form: "postgres://USER:PASSWORD@HOST/DATABASE" };
const API = { protocols: ["https:", "http:"], form: "https://HOST/api/v3" };

/**
 * Reads the settings from environment variables; an empty one counts as missing.
 *
 * @throws Failures every problem there is
 */
export function readSettings(environment: Environment): Settings {
  const variables = new Variables(environment);
  const role = variables.word("ROLE", roles, "both");
  const databaseUrl = variables.address("DATABASE_URL", POSTGRES);
  if (role !== "both" && databaseUrl === null) variables.problem("serve.role-needs-database", { role });
  const settings = {
    appId: variables.number("APP_ID", { minimum: 1, maximum: Number.MAX_SAFE_INTEGER, otherwise: null }),
    privateKey: readPrivateKey(variables),
    webhookSecret: role === "worker" ? null : variables.text("WEBHOOK_SECRET"),
    databaseUrl,
    dataDirectory: resolve(variables.optional("VOLTEFACE_DATA_DIR") ?? envPaths("volteface", { suffix: "" }).data),
    apiUrl: (variables.address("GITHUB_API_URL", API) ?? "https://api.github.com").replace(/\/+$/, ""),
    host: variables.optional("HOST") ?? "localhost",
    port: variables.number("PORT", { minimum: 0, maximum: 65_535, otherwise: 3000 }),
    role,
    concurrency: variables.number("CONCURRENCY", { minimum: 1, maximum: 64, otherwise: 2 }),
    bodyLimit: variables.number("WEBHOOK_MAX_BYTES", { minimum: 1024, maximum: LARGEST_BODY, otherwise: LARGEST_BODY }),
    shutdownSeconds: variables.number("SHUTDOWN_SECONDS", { minimum: 0, maximum: 3600, otherwise: 30 }),
    logLevel: variables.word("LOG_LEVEL", logLevels, "info"),
    restraint: variables.word("GITHUB_RESTRAINT", ["on", "off"], "on") === "on",
    mirrors: {
      mirrorBytes: MEGABYTE * variables.number("CLONE_MAX_MB", { minimum: 1, maximum: 1_000_000, otherwise: 4096 }),
      totalBytes: MEGABYTE * variables.number("CLONES_MAX_MB", { minimum: 1, maximum: 10_000_000, otherwise: 20_480 }),
      timeout: FETCH_MS,
    },
  };
  if (variables.problems.length > 0) throw new Failures(variables.problems);
  return settings;
}

function readPrivateKey(variables: Variables): string {
  const path = variables.optional("PRIVATE_KEY_PATH");
  const written = variables.optional("PRIVATE_KEY") ?? (path === null ? null : readKeyFile(variables, path));
  if (written === null) {
    if (path === null) variables.problem("serve.no-private-key");
    return "";
  }
  const key = parsePrivateKey(written);
  if (key === null)
    variables.problem("serve.bad-private-key", { variable: path === null ? "PRIVATE_KEY" : "PRIVATE_KEY_PATH" });
  return key ?? "";
}

function readKeyFile(variables: Variables, path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "?";
    variables.problem("serve.private-key-unreadable", { file: path, reason });
    return null;
  }
}

/** What of the settings must never be shown, but for the private key, which shows what it is. */
export function secretsOf({ webhookSecret, databaseUrl }: Settings): string[] {
  const password = databaseUrl === null ? "" : new URL(databaseUrl).password;
  return [webhookSecret ?? "", password, decoded(password)];
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
