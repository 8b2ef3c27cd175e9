import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const refusal = /^A test tried to reach (example\.org|192\.0\.2\.1)\. Tests may talk to 127\.0\.0\.1 only/;

test("a test that reaches for the network is told so", async () => {
  expect(() => connect(443, "example.org")).toThrow(refusal);
  expect(() => connect({ port: 443, host: "192.0.2.1" })).toThrow(refusal);
  const error = await fetch("https://example.org/").catch((reason: Error) => reason);
  expect((error as Error).cause).toMatchObject({ message: expect.stringMatching(refusal) });
});

test("servers on this machine can be reached, by address and by socket", async () => {
  const path = join(tmpdir(), `volteface-${process.pid}.sock`);
  for (const address of [{ port: 0, host: "127.0.0.1" }, { path }]) {
    const server = createServer((_, response) => response.end("here")).listen(address);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    if (port !== undefined) expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe("here");
    const socket = connect(port === undefined ? { path } : { port, host: "127.0.0.1" });
    await once(socket, "connect");
    socket.destroy();
    server.close();
  }
});

test("every test runs in the same zone and sort order", () => {
  expect(new Date(0).getHours()).toBe(0);
  expect(process.env).toMatchObject({ TZ: "UTC", LC_ALL: "C" });
});
