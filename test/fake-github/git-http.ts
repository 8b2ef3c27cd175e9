import { spawn } from "node:child_process";
import type { Answer } from "./answer.js";

/** What is asked of a repository over smart HTTP. */
export interface GitQuestion {
  /** The bare repository on disk. */
  readonly directory: string;
  readonly method: string;
  /** Below the repository: `/info/refs`, `/git-upload-pack`. */
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Lets `git http-backend` answer, as a web server would run it. Nobody may push: people do that in another way. */
export async function askGit({ directory, method, path, query, headers, body }: GitQuestion): Promise<Answer> {
  const header = (name: string): string => String(headers[name] ?? "");
  const child = spawn("git", ["-c", "http.receivepack=false", "http-backend"], {
    env: {
      PATH: process.env.PATH,
      HOME: "/nonexistent",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_PROJECT_ROOT: directory,
      GIT_HTTP_EXPORT_ALL: "1",
      REQUEST_METHOD: method,
      PATH_INFO: path,
      QUERY_STRING: query,
      CONTENT_TYPE: header("content-type"),
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: header("content-encoding"),
      GIT_PROTOCOL: header("git-protocol"),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.stdin.on("error", () => {});
  child.stdin.end(body);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  return parseAnswer(Buffer.concat(chunks));
}

/** A CGI program writes headers, an empty line and the body; `Status` tells when it is not 200. */
function parseAnswer(output: Buffer): Answer {
  const end = output.indexOf("\r\n\r\n");
  const fields = output.toString("latin1", 0, Math.max(end, 0)).split("\r\n");
  const headers = Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(":")).toLowerCase(),
      field.slice(field.indexOf(":") + 1).trim(),
    ]),
  );
  const { status = end < 0 ? "500" : "200", ...rest } = headers;
  return { status: Number.parseInt(status, 10), headers: rest, body: end < 0 ? output : output.subarray(end + 4) };
}
