import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { BodyRoom } from "../../../src/github/serve/read-body.js";

type Incoming = PassThrough & IncomingMessage;

function incoming(headers: IncomingMessage["headers"] = {}): Incoming {
  return Object.assign(new PassThrough(), { headers }) as unknown as Incoming;
}

describe("bodies", () => {
  it("are read whole up to the limit, and not a byte above it", async () => {
    const room = new BodyRoom(10);
    const fits = incoming();
    fits.end("0123456789");
    expect(await room.read(fits)).toEqual(Buffer.from("0123456789"));
    const larger = incoming();
    larger.write("0123456789");
    larger.write("x");
    expect(await room.read(larger)).toBe("too-large");
    expect(larger.destroyed).toBe(false);
    expect(await room.read(incoming({ "content-length": "11" }))).toBe("too-large");
  });

  it("share a room, in which there is place again when they have left", async () => {
    const room = new BodyRoom(10);
    const slow = Array.from({ length: 4 }, () => incoming());
    const read = slow.map((one) => room.read(one));
    for (const one of slow) one.write("0123456789");
    await new Promise((resolve) => setImmediate(resolve));
    const fifth = incoming();
    fifth.write("x");
    expect(await room.read(fifth)).toBe("busy");
    slow[0]?.destroy(new Error("gone"));
    await expect(read[0]).rejects.toThrow("gone");
    const sixth = incoming();
    sixth.end("x");
    expect(await room.read(sixth)).toEqual(Buffer.from("x"));
    for (const one of slow.slice(1)) one.end();
    expect(await Promise.all(read.slice(1))).toEqual(slow.slice(1).map(() => Buffer.from("0123456789")));
  });
});
