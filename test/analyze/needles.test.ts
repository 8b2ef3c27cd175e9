import fc from "fast-check";
import { expect, test } from "vitest";
import { needleFinder } from "../../src/analyze/needles.js";

function places(needles: Parameters<typeof needleFinder>[0], text: string): number[] {
  return needleFinder(needles)(Buffer.from(text, "utf8"));
}

const anywhere = (...texts: string[]) => texts.map((text) => ({ text, whole: false }));
const words = (...texts: string[]) => texts.map((text) => ({ text, whole: true }));

test("a text is found wherever it stands, also in a longer name", () => {
  expect(places(anywhere("RemoveFinalizer", "a-b.io/c"), 'readyToRemoveFinalizer("a-b.io/c")')).toEqual([7, 24]);
});

test("a word is found only by itself", () => {
  expect(places(words("Now"), "Now() Know Nowhere x.Now NowÄ")).toEqual([0, 21, 25]);
});

test("a text beyond ASCII is found, and counts in bytes", () => {
  expect(places(words("größe"), "ß größe := größe2")).toEqual([3]);
  expect(places(anywhere("größe"), "übergröße")).toEqual([5]);
});

test("what means something in an expression means itself here", () => {
  const texts = ["a.b", "c*", "[d]", "(e", "f|g", "h\\", "^i", "j$", "k?"];
  for (const text of texts) expect(places(anywhere(text), `- ${text} -`)).toEqual([2]);
  expect(places(anywhere(...texts), "aXb ccc d e f g h i j k")).toEqual([]);
});

test("nothing is found where nothing is looked for", () => {
  expect(places([], "package harbour")).toEqual([]);
});

test("every text is found where it was put", () => {
  const text = fc.stringMatching(/^[\w.$-]{1,12}$/);
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 8 }), fc.nat(), (texts, which) => {
      const chosen = texts[which % texts.length] ?? "";
      expect(places(anywhere(...texts), `\n${chosen}\n`)[0]).toBeGreaterThan(0);
      expect(places(words(...texts), `\n${chosen}\n`)[0]).toBeGreaterThan(0);
    }),
  );
});
