import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeGithub {
  readonly baseUrl: string;
  /** What was asked, in order: `GET /repos/a/b/pulls/1`. */
  readonly asked: readonly string[];
  readonly tokens: ReadonlySet<string>;
  close(): Promise<void>;
}

/** The few addresses of GitHub's API that are asked, on this machine; null keeps the asker waiting. */
export async function fakeGithub(answer: (path: string) => FakeAnswer | null): Promise<FakeGithub> {
  const asked: string[] = [];
  const tokens = new Set<string>();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "";
    asked.push(`${request.method} ${path}`);
    tokens.add(request.headers.authorization ?? "");
    const given = answer(path);
    if (given === null) return;
    response.writeHead(given.status, { "content-type": "application/json", ...given.headers });
    response.end(JSON.stringify(given.body ?? { message: "secret-token-123 leaks here" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    tokens,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A pull request as the API tells it, with fields that nobody looks at. */
export function pullRequest(number: number, fields: object = {}): FakeAnswer {
  return {
    status: 200,
    body: {
      number,
      state: "open",
      merged: false,
      title: `Proposal ${number}`,
      body: null,
      base: { ref: "master", sha: "1".repeat(40) },
      labels: [],
      merge_commit_sha: "2".repeat(40),
      user: { login: "somebody" },
      ...fields,
    },
  };
}
