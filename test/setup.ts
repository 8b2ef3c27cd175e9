import { Socket } from "node:net";

/**
 * Tests run without the network: whatever opens a socket (fetch, http, tls, a
 * database client) ends up in `Socket.connect`, and only loopback addresses
 * and unix sockets may pass.
 */
const loopback = /^(localhost|127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/i;

type Target = { host?: unknown; path?: unknown };

/** `connect(path)`, `connect(port, host)`, `connect(options)` and the list that node's own callers pass. */
function targetOf(args: readonly unknown[]): Target {
  const [first, second] = args;
  if (Array.isArray(first)) return targetOf(first);
  if (typeof first === "object" && first !== null) return first;
  if (typeof first === "string" && Number.isNaN(Number(first))) return { path: first };
  return { host: typeof second === "string" ? second : undefined };
}

const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const { host, path } = targetOf(args);
  if (path === undefined && host !== undefined && !loopback.test(String(host))) {
    throw new Error(`A test tried to reach ${host}. Tests may talk to 127.0.0.1 only: start a fake server there.`);
  }
  return connect.apply(this, args);
};
