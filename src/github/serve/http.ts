import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure } from "../../primitives/index.js";

export interface Page {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

/** Answers a request; what it throws is answered with 500. */
export type Route = (request: IncomingMessage) => Page | Promise<Page>;

/** Milliseconds for a whole request; a webhook of 25 MB takes a few seconds. */
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;

/**
 * An HTTP server of few routes, `GET /healthz` by name. It logs nothing by itself.
 *
 * @param failed hears of what a route threw
 */
export function httpServer(routes: Readonly<Record<string, Route>>, failed: (error: unknown) => void): Server {
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS }, (request, response) => {
    const path = (request.url ?? "").replace(/\?.*$/s, "");
    const route = routes[`${request.method} ${path}`] ?? notFound;
    void respond(route, request, response).catch((error: unknown) => {
      // Whoever asked has left.
      if (request.destroyed && !request.complete) return;
      failed(error);
      finish(request, response, { status: 500, text: "failed" });
    });
  });
  server.on("clientError", (_, socket) => socket.destroy());
  return server;
}

const notFound: Route = () => ({ status: 404, text: "there is nothing here" });

async function respond(route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> {
  finish(request, response, await route(request));
}

function finish(request: IncomingMessage, response: ServerResponse, { status, text, type = "text/plain" }: Page): void {
  const contentType = type.includes("charset") ? type : `${type}; charset=utf-8`;
  // What was not read would be taken for the next request.
  const headers = request.complete ? {} : { connection: "close" };
  response.writeHead(status, { "content-type": contentType, "content-length": Buffer.byteLength(text), ...headers });
  response.end(text);
}

/** @returns where it listens: `http://HOST:PORT` */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen({ host, port }, () => resolve());
    });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "?";
    throw new Failure("serve.cannot-listen", { host, port, reason }, { cause: error });
  }
  const { address, family, port: actual } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`;
}

/** Takes no more connections, and closes those that are left after so many milliseconds. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
