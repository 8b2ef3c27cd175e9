import { createHmac, timingSafeEqual } from "node:crypto";

/** https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries */
const FORM = /^sha256=([0-9a-f]{64})$/;

/** Whether a signature could be one, which is seen before anything is read. */
export function looksSigned(signature: string): boolean {
  return FORM.test(signature);
}

/** Whether a body was signed with the secret; the comparison takes the same time for all signatures. */
export function isSigned(body: Buffer, signature: string, secret: string): boolean {
  const [, hex = ""] = FORM.exec(signature) ?? [];
  const given = Buffer.from(hex, "hex");
  const expected = createHmac("sha256", secret).update(body).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}
