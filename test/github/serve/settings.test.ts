import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../../src/github/serve/settings.js";
import { volteface } from "../../cli/fake-io.js";
import { privateKey } from "./app-environment.js";

const needed = { APP_ID: "1", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: "hush" };

describe("settings of the App", () => {
  it("are few, the rest has a value", () => {
    expect(readSettings({ ...needed, VOLTEFACE_DATA_DIR: "/data", PORT: "" })).toEqual({
      appId: 1,
      privateKey: createPrivateKey(privateKey).export({ type: "pkcs8", format: "pem" }),
      webhookSecret: "hush",
      databaseUrl: null,
      dataDirectory: "/data",
      apiUrl: "https://api.github.com",
      host: "localhost",
      port: 3000,
      role: "both",
      concurrency: 2,
      bodyLimit: 26_214_400,
      shutdownSeconds: 30,
      logLevel: "info",
      restraint: true,
      mirrors: { mirrorBytes: 4_294_967_296, totalBytes: 21_474_836_480, timeout: 600_000 },
    });
  });

  it("may all be given", () => {
    const given = {
      ...needed,
      DATABASE_URL: "postgresql://app:pass@db/volteface",
      GITHUB_API_URL: "https://ghe.example.org/api/v3/",
      HOST: "::",
      PORT: "0",
      ROLE: "worker",
      WEBHOOK_SECRET: "",
      CONCURRENCY: "8",
      WEBHOOK_MAX_BYTES: "1024",
      SHUTDOWN_SECONDS: "0",
      LOG_LEVEL: "debug",
      GITHUB_RESTRAINT: "off",
      CLONE_MAX_MB: "1",
      CLONES_MAX_MB: "2",
    };
    expect(readSettings(given)).toMatchObject({
      webhookSecret: null,
      databaseUrl: "postgresql://app:pass@db/volteface",
      apiUrl: "https://ghe.example.org/api/v3",
      host: "::",
      port: 0,
      role: "worker",
      concurrency: 8,
      bodyLimit: 1024,
      shutdownSeconds: 0,
      logLevel: "debug",
      restraint: false,
      mirrors: { mirrorBytes: 1_048_576, totalBytes: 2_097_152, timeout: 600_000 },
    });
  });

  it("take the private key in every form in which keys travel", () => {
    const { privateKey: expected } = readSettings(needed);
    const directory = mkdtempSync(join(tmpdir(), "volteface-key-"));
    const file = join(directory, "app.pem");
    writeFileSync(file, privateKey);
    const forms = [
      { PRIVATE_KEY: privateKey.trim().replaceAll("\n", "\\n") },
      { PRIVATE_KEY: Buffer.from(privateKey).toString("base64") },
      { PRIVATE_KEY: "", PRIVATE_KEY_PATH: file },
    ];
    for (const form of forms) expect(readSettings({ ...needed, ...form }).privateKey).toBe(expected);
    rmSync(directory, { recursive: true });
  });

  it("are all told when they are wrong, a line each, in the reader's language", async () => {
    const wrong = {
      APP_ID: "volteface",
      PRIVATE_KEY_PATH: "/no/such/key.pem",
      DATABASE_URL: "mysql://root:hunter2@db/app",
      GITHUB_API_URL: "ghe.example.org",
      PORT: "70000",
      ROLE: "web-worker",
      CONCURRENCY: "0",
      LOG_LEVEL: "loud",
    };
    const outcome = await volteface(["serve"], { env: wrong });
    expect(outcome).toEqual({
      code: 2,
      out: "",
      err: `volteface: ROLE cannot be "web-worker"; it is one of both, web, worker.
volteface: DATABASE_URL is not an address of the form postgres://USER:PASSWORD@HOST/DATABASE.
volteface: APP_ID cannot be "volteface"; it is a whole number from 1 to 9007199254740991.
volteface: PRIVATE_KEY_PATH: /no/such/key.pem cannot be read (ENOENT).
volteface: WEBHOOK_SECRET is not set; docs/self-hosting.md tells where to find it.
volteface: GITHUB_API_URL is not an address of the form https://HOST/api/v3.
volteface: PORT cannot be "70000"; it is a whole number from 0 to 65535.
volteface: CONCURRENCY cannot be "0"; it is a whole number from 1 to 64.
volteface: LOG_LEVEL cannot be "loud"; it is one of fatal, error, warn, info, debug.
`,
    });
    const chinese = await volteface(["serve", "--lang", "zh-CN"], { env: { ...needed, WEBHOOK_SECRET: " " } });
    expect(chinese.err).toBe("volteface: 未设置 WEBHOOK_SECRET；其来源见 docs/self-hosting.md。\n");
  });

  it("are told when they do not fit together", async () => {
    const { privateKey: elliptic } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const key = elliptic.export({ type: "pkcs8", format: "pem" }).toString();
    const outcome = await volteface(["serve"], { env: { ...needed, PRIVATE_KEY: key, ROLE: "worker" } });
    expect(outcome.err).toBe(
      `volteface: ROLE=worker needs DATABASE_URL: only PostgreSQL can be shared by several processes.
volteface: PRIVATE_KEY does not hold an RSA private key; it must be the whole .pem file that GitHub gave, as it is, with \\n for its line ends, or in base64.
`,
    );
  });
});
