import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Memory } from "../../../src/behavior/program/memory.js";

/** A harbour office: what a desk answers is the sum of its own paper and of what other desks say. */
function office(memory: Memory, asks: readonly (readonly number[])[]) {
  const papers: number[] = [];
  const worked: number[] = [];
  const paper = memory.source((desk: number) => papers[desk] ?? 0);
  const desk: (number: number) => number = memory.question(
    (number) => {
      worked.push(number);
      memory.want({ name: `desk ${number}`, within: null });
      const own = paper(number);
      // An odd paper needs nobody else.
      return own % 2 === 1 ? own : (asks[number] ?? []).reduce((sum, other) => sum + desk(other), own);
    },
    { value: 0 },
  );
  return {
    worked,
    desk,
    /** New papers come in. */
    become(...next: number[]) {
      papers.splice(0, papers.length, ...next);
      memory.renew();
      worked.length = 0;
    },
    wanted: () => [...new Set(memory.wanted.map(({ name }) => name))].sort(),
  };
}

describe("an answer", () => {
  const chain = [[1], [2], []];

  it("is worked out once", () => {
    const { desk, become, worked } = office(new Memory(), chain);
    become(2, 4, 6);
    expect([desk(0), desk(0), desk(1)]).toEqual([12, 12, 10]);
    expect(worked).toEqual([0, 1, 2]);
  });

  it("is given again when everything asked for it is answered as before, with the names wanted for it", () => {
    const { desk, become, worked, wanted } = office(new Memory(), chain);
    become(2, 4, 6);
    desk(0);
    become(2, 4, 6);
    expect(desk(0)).toBe(12);
    expect(worked).toEqual([]);
    expect(wanted()).toEqual(["desk 0", "desk 1", "desk 2"]);
  });

  it("is worked out anew as far as something has changed, and no further than the change shows", () => {
    const { desk, become, worked } = office(new Memory(), chain);
    become(2, 4, 6);
    desk(0);
    become(2, 5, 6);
    expect(desk(0)).toBe(7);
    expect(worked).toEqual([1, 0]);
    // Another paper, but the same sum: the desk that asked has nothing to do.
    become(2, 4, 1);
    expect(desk(0)).toBe(7);
    expect(worked).toEqual([2, 1]);
  });

  it("is found again when the sources are what they were before last", () => {
    const { desk, become, worked } = office(new Memory(), chain);
    become(2, 4, 6);
    desk(0);
    become(1, 4, 6);
    desk(0);
    become(2, 4, 6);
    expect([desk(0), worked]).toEqual([12, []]);
  });

  it("is forgotten when nobody asked for it lately", () => {
    const memory = new Memory();
    const { desk, become, worked } = office(memory, [[], []]);
    become(2, 4);
    expect([desk(0), desk(1)]).toEqual([2, 4]);
    become(2, 4);
    desk(0);
    memory.forgetUnused();
    become(2, 4);
    expect([desk(0), desk(1)]).toEqual([2, 4]);
    expect(worked).toEqual([1]);
  });
});

it("says what a fresh memory would say, whatever was asked before", () => {
  const desks = 6;
  const states = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: desks, maxLength: desks }), {
    minLength: 1,
    maxLength: 8,
  });
  // Desks may ask each other in circles, and themselves.
  const graph = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: desks - 1 }), { maxLength: 3 }), {
    minLength: desks,
    maxLength: desks,
  });
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 });
  fc.assert(
    fc.property(graph, states, order, (asks, papers, asked) => {
      const lasting = office(new Memory(), asks);
      for (const state of papers) {
        const fresh = office(new Memory(), asks);
        lasting.become(...state);
        fresh.become(...state);
        expect(asked.map(lasting.desk)).toEqual(asked.map(fresh.desk));
        expect(lasting.wanted()).toEqual(fresh.wanted());
      }
    }),
    { numRuns: 300 },
  );
});

it("gives whom an answer itself waits for nothing, and asks again behind it", () => {
  const { desk, become } = office(new Memory(), [[1], [2], [0]]);
  become(2, 4, 6);
  expect(desk(0)).toBe(12);
  // Asked for the first one, these said 10 and 6.
  expect([desk(2), desk(1)]).toEqual([18, 22]);
});
