import { describe, expect, it } from "vitest";
import { gathered } from "../../src/primitives/index.js";

describe("gathered", () => {
  it("asks together what comes while a question is under way, and gives each its own answer", async () => {
    const questions: (readonly number[])[] = [];
    const double = gathered(async (numbers: readonly number[]) => {
      questions.push(numbers);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return numbers.map((number) => number * 2);
    });
    const first = double(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await Promise.all([first, double(2), double(3), double(2)])).toEqual([2, 4, 6, 4]);
    expect(await double(4)).toBe(8);
    expect(questions).toEqual([[1], [2, 3, 2], [4]]);
  });

  it("lets none fail because of another", async () => {
    const refuse = gathered(async (words: readonly string[]) => {
      if (words.includes("bad")) throw new Error("bad");
      return words;
    });
    const all = await Promise.allSettled(["good", "bad", "better"].map(refuse));
    expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("does not wait for ever for a question that is never answered", async () => {
    const ask = gathered((words: readonly string[]) =>
      words.includes("lost") ? new Promise<string[]>(() => {}) : Promise.resolve(words),
    );
    void ask("lost");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await ask("found")).toBe("found");
  });
});
