import { expect, it } from "vitest";
import { toBeAnswered } from "../../../src/github/jobs/questions.js";
import type { AskedCommand } from "../../../src/store/index.js";

const asked = (comment: number, verb: string, ...words: string[]): AskedCommand => ({
  repository: 1,
  number: 2,
  comment,
  verb,
  words,
  author: "mei",
  at: new Date(comment),
});
const mei = (command: object) => ({ author: "mei", command });

it("answers the youngest of each kind, in the order of asking", () => {
  expect(toBeAnswered([asked(1, "compare", "a"), asked(2, "timeline"), asked(3, "compare", "b")])).toEqual([
    mei({ verb: "timeline" }),
    mei({ verb: "compare", refs: ["b"] }),
  ]);
});

it("tells what was wrong with a command until something else is asked", () => {
  const wrong = asked(1, "refused", "unknown", "compere");
  expect(toBeAnswered([wrong])).toEqual([mei({ verb: "refused", problem: "unknown", word: "compere" })]);
  expect(toBeAnswered([wrong, asked(2, "help")])).toEqual([mei({ verb: "help" })]);
});

it("passes over what another version kept", () => {
  expect(toBeAnswered([asked(1, "dance")])).toEqual([]);
});
