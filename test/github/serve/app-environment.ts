import { generateKeyPairSync } from "node:crypto";
import type { DatabaseOptions } from "../../../src/store/index.js";

export const SECRET = "it's a secret to everybody";

/** A private key, in the form in which GitHub gives it (PKCS#1). */
export const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs1", format: "pem" })
  .toString();

/** Settings that are enough, on a database of the test and on any free port; no GitHub answers there. */
export function appEnvironment({ url, directory }: DatabaseOptions): Record<string, string> {
  return {
    APP_ID: "4242",
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: SECRET,
    VOLTEFACE_DATA_DIR: directory,
    GITHUB_API_URL: "http://127.0.0.1:9",
    PORT: "0",
    HOST: "127.0.0.1",
    ...(url === null ? {} : { DATABASE_URL: url }),
  };
}
