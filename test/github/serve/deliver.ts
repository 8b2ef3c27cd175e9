import { createHmac } from "node:crypto";
import { type IncomingMessage, request } from "node:http";
import { createRequire } from "node:module";
import { SECRET } from "./app-environment.js";

interface Example {
  readonly name: string;
  readonly examples: readonly { readonly action?: string }[];
}
const require = createRequire(import.meta.url);
const events = require("@octokit/webhooks-examples") as readonly Example[];

/** A payload as GitHub has sent it. */
export function examplePayload(event: string, action: string): object {
  const found = events.find(({ name }) => name === event)?.examples.find((example) => example.action === action);
  if (found === undefined) throw new Error(`there is no example of ${event}.${action}`);
  return found;
}

export function sign(body: string | Buffer, secret = SECRET): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Posts what GitHub would, or something else in its place. */
export function deliver(
  address: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const all = {
    "content-type": "application/json",
    "x-github-event": "pull_request",
    "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
    "x-hub-signature-256": sign(body),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${address}/api/github/webhooks`, { method: "POST", headers: all });
    let answered = false;
    asked.on("response", (response) => {
      answered = true;
      textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject);
    });
    // A server that turns a body away may close before all of it was sent.
    asked.on("error", (error) => {
      if (!answered) reject(error);
    });
    asked.end(body);
  });
}

export async function get(address: string, path: string): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    request(`${address}${path}`, (response) => {
      textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject);
    })
      .on("error", reject)
      .end();
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
