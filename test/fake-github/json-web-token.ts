import { verify } from "node:crypto";
import { Refusal } from "./answer.js";
import type { App } from "./state.js";

/** GitHub takes tokens of an App for ten minutes at most, and lets clocks be a minute apart. */
const LONGEST = 600;
const LEEWAY = 60;

/** Checks the token with which an App shows who it is, as GitHub does. */
export function checkJsonWebToken(token: string, app: App): void {
  const [header = "", payload = "", signature = "", rest] = token.split(".");
  const { alg } = decoded(header) as { alg?: unknown };
  const claims = decoded(payload) as { iat?: unknown; exp?: unknown; iss?: unknown };
  if (rest !== undefined || alg !== "RS256") throw undecodable();
  if (String(claims.iss) !== String(app.id)) throw new Refusal(404, "Integration not found");
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify("RSA-SHA256", signed, app.publicKey, Buffer.from(signature, "base64url"))) throw undecodable();
  checkTimes(claims.iat, claims.exp, Date.now() / 1000);
}

function checkTimes(issued: unknown, expires: unknown, now: number): void {
  if (typeof issued !== "number" || issued > now + LEEWAY) {
    throw new Refusal(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (typeof expires !== "number" || expires <= now) {
    const message =
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
    throw new Refusal(401, message);
  }
  if (expires > now + LONGEST + LEEWAY) {
    throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future");
  }
}

function decoded(part: string): object {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Said below.
  }
  throw undecodable();
}

const undecodable = (): Refusal => new Refusal(401, "A JSON web token could not be decoded");
