import fc from "fast-check";
import { expect, test } from "vitest";
import { BatchOutput } from "../../src/git/batch-output.js";

type Told = { id: string; type: string; content: string | null; problem: string | null };

function parse(chunks: readonly Buffer[], limit = Number.POSITIVE_INFINITY): Told[] {
  const told: Told[] = [];
  const output = new BatchOutput(
    () => limit,
    ({ content, ...rest }) => told.push({ ...rest, content: content?.toString("hex") ?? null }),
  );
  for (const chunk of chunks) output.push(chunk);
  return told;
}

const ID = "c0ffee".padEnd(40, "0");
const anObject = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((content) => ({
    bytes: Buffer.concat([Buffer.from(`${ID} blob ${content.length}\n`), content, Buffer.from("\n")]),
    size: content.length,
    told: { id: ID, type: "blob", content: Buffer.from(content).toString("hex"), problem: null },
  })),
  fc.constantFrom("missing", "ambiguous").map((problem) => ({
    bytes: Buffer.from(`refs/heads/ma\u00fc n ${problem}\n`),
    size: 0,
    told: { id: "", type: "", content: null, problem },
  })),
);

test("objects are the same however the output is cut, and too large ones are left out", () => {
  fc.assert(
    fc.property(fc.array(anObject), fc.array(fc.nat(400)), fc.nat(300), (objects, cuts, limit) => {
      const output = Buffer.concat(objects.map(({ bytes }) => bytes));
      const at = [0, ...cuts.map((cut) => Math.min(cut, output.length)).sort((a, b) => a - b), output.length];
      const chunks = at.slice(1).map((end, index) => output.subarray(at[index], end));
      expect(parse(chunks, limit)).toEqual(
        objects.map(({ told, size }) => (size > limit ? { ...told, content: null, problem: "too-large" } : told)),
      );
    }),
  );
});

test("what is not the output of cat-file is refused", () => {
  expect(() => parse([Buffer.from("hello\n")])).toThrow('git cat-file printed "hello"');
});
