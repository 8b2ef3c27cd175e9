import { createPrivateKey } from "node:crypto";

/**
 * The App's private key as the client wants it (PKCS#8); null when the text is
 * none. It may be the file's content, have `\n` for its line ends, or be in base64:
 * that is how keys survive being put into an environment.
 */
export function parsePrivateKey(written: string): string | null {
  const text = written.includes("-----BEGIN") ? written : Buffer.from(written, "base64").toString("utf8");
  try {
    const key = createPrivateKey(text.replaceAll("\\n", "\n").trim());
    return key.asymmetricKeyType === "rsa" ? key.export({ type: "pkcs8", format: "pem" }).toString() : null;
  } catch {
    return null;
  }
}
