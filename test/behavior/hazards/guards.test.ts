import { describe, expect, it } from "vitest";
import { seen } from "./seen.js";

/** A berth's number is read, though nobody asked whether the berth is that of this voyage. */
const UNASKED = `
pattern: '$subject.Berth.Number'
not: { guarded: '$subject.Berth.Voyage == $_.Voyage' }
`;

const unasked = (body: string): readonly number[] => seen(UNASKED, body);

describe("a guard", () => {
  it.each([
    ["an if", "if ferry.Berth.Voyage == h.Voyage {\nuse(ferry.Berth.Number)\n}"],
    ["the question the other way round", "if h.Voyage == ferry.Berth.Voyage {\nuse(ferry.Berth.Number)\n}"],
    ["an early return", "if ferry.Berth.Voyage != h.Voyage {\nreturn\n}\nuse(ferry.Berth.Number)"],
    [
      "an early return for one of several reasons",
      "if ferry == nil || ferry.Berth.Voyage != h.Voyage {\nreturn\n}\nuse(ferry.Berth.Number)",
    ],
    ["a panic", 'if ferry.Berth.Voyage != h.Voyage {\npanic("no")\n}\nuse(ferry.Berth.Number)'],
    ["else of the opposite", "if ferry.Berth.Voyage != h.Voyage {\nlog()\n} else {\nuse(ferry.Berth.Number)\n}"],
    ["else if", "if ferry.Berth.Voyage != h.Voyage {\nlog()\n} else if h.Open {\nuse(ferry.Berth.Number)\n}"],
    ["a negation", "if !(ferry.Berth.Voyage != h.Voyage) {\nuse(ferry.Berth.Number)\n}"],
    ["what stands before &&", "_ = ferry.Berth.Voyage == h.Voyage && use(ferry.Berth.Number)"],
    ["what stands before ||", "_ = ferry.Berth.Voyage != h.Voyage || use(ferry.Berth.Number)"],
    ["a case", "switch ferry.Berth.Voyage {\ncase h.Voyage:\nuse(ferry.Berth.Number)\n}"],
    [
      "the default of the opposite case",
      "switch {\ncase ferry.Berth.Voyage != h.Voyage:\nlog()\ndefault:\nuse(ferry.Berth.Number)\n}",
    ],
    ["a variable with the answer", "ok := ferry.Berth.Voyage == h.Voyage\nif ok {\nuse(ferry.Berth.Number)\n}"],
    [
      "a variable with the opposite answer",
      "stale := ferry.Berth.Voyage != h.Voyage\nif stale {\nreturn\n}\nuse(ferry.Berth.Number)",
    ],
    [
      "a variable that was set under the condition",
      "ok := false\nif ferry.Berth.Voyage == h.Voyage {\nok = true\n}\nif ok {\nuse(ferry.Berth.Number)\n}",
    ],
    [
      "a variable that was cleared otherwise",
      "ok := true\nif ferry.Berth.Voyage != h.Voyage {\nok = false\n}\nif !ok {\nreturn\n}\nuse(ferry.Berth.Number)",
    ],
    [
      "a variable that was set in a loop",
      "var ok bool\nfor _, v := range h.All {\nif ferry.Berth.Voyage == v.Voyage {\nok = true\n}\n}\nif !ok {\nreturn\n}\nuse(ferry.Berth.Number)",
    ],
    ["the statement of an if", "if b := ferry.Berth; b.Voyage == h.Voyage {\nuse(ferry.Berth.Number)\n}"],
    ["another name of the object", "b := ferry.Berth\nif b.Voyage != h.Voyage {\nreturn\n}\nuse(ferry.Berth.Number)"],
    [
      "one of two reasons, when the other was ruled out",
      "if h.Trusting || ferry.Berth.Voyage == h.Voyage {\nif h.Trusting {\nreturn\n}\nuse(ferry.Berth.Number)\n}",
    ],
    [
      "an early continue",
      "for range h.All {\nif ferry.Berth.Voyage != h.Voyage {\ncontinue\n}\nuse(ferry.Berth.Number)\n}",
    ],
    ["a condition around a closure", "if ferry.Berth.Voyage == h.Voyage {\ngo func() { use(ferry.Berth.Number) }()\n}"],
    ["asked through a pointer", "b := &ferry.Berth\nif (*b).Voyage == h.Voyage {\nuse(b.Number)\n}"],
    [
      "asked before the value is used",
      "n := ferry.Berth.Number\nif ferry.Berth.Voyage != h.Voyage {\nreturn\n}\nuse(n)",
    ],
    [
      "asked before what became of the value is used",
      "n := ferry.Berth.Number\nm := n\nif ferry.Berth.Voyage == h.Voyage {\nuse(m)\n}",
    ],
  ])("is %s", (_name, body) => {
    expect(unasked(body)).toEqual([]);
  });

  it.each([
    ["nothing at all", "use(ferry.Berth.Number)", [1]],
    ["the opposite", "if ferry.Berth.Voyage != h.Voyage {\nuse(ferry.Berth.Number)\n}", [2]],
    [
      "the question, in its else",
      "if ferry.Berth.Voyage == h.Voyage {\nlog()\n} else {\nuse(ferry.Berth.Number)\n}",
      [4],
    ],
    ["a branch that is over", "if ferry.Berth.Voyage == h.Voyage {\nlog()\n}\nuse(ferry.Berth.Number)", [4]],
    ["what comes later", "use(ferry.Berth.Number)\nif ferry.Berth.Voyage != h.Voyage {\nreturn\n}", [1]],
    ["one of two ways", "if h.Trusting || ferry.Berth.Voyage == h.Voyage {\nuse(ferry.Berth.Number)\n}", [2]],
    [
      "a return that needs more",
      "if ferry.Berth.Voyage != h.Voyage && h.Strict {\nreturn\n}\nuse(ferry.Berth.Number)",
      [4],
    ],
    ["a question about another", "if other.Berth.Voyage == h.Voyage {\nuse(ferry.Berth.Number)\n}", [2]],
    ["the answer for another", "ok := other.Berth.Voyage == h.Voyage\nif ok {\nuse(ferry.Berth.Number)\n}", [3]],
    [
      "a variable that is set otherwise, too",
      "ok := h.Trusting\nif ferry.Berth.Voyage == h.Voyage {\nok = true\n}\nif ok {\nuse(ferry.Berth.Number)\n}",
      [6],
    ],
    ["another field", "if ferry.Berth.Length == h.Voyage {\nuse(ferry.Berth.Number)\n}", [2]],
    [
      "a question about what was fetched before",
      "f, _ := h.find(wish)\nif f.Berth.Voyage != h.Voyage {\nreturn\n}\nf, _ = h.find(wish)\nuse(f.Berth.Number)",
      [6],
    ],
    [
      "a way out of a loop that is over",
      "for range h.All {\nif ferry.Berth.Voyage != h.Voyage {\nbreak\n}\n}\nuse(ferry.Berth.Number)",
      [6],
    ],
    [
      "a question whose answer nobody takes",
      "func() bool { return ferry.Berth.Voyage == h.Voyage }()\nuse(ferry.Berth.Number)",
      [2],
    ],
    [
      "asked for one use of two",
      "n := ferry.Berth.Number\nif ferry.Berth.Voyage == h.Voyage {\nuse(n)\n}\nlog(n)",
      [1],
    ],
  ])("is not %s", (_name, body, lines) => {
    expect(unasked(body)).toEqual(lines);
  });

  it.each([
    ["a helper that is given the object", "if !h.expects(ferry) {\nreturn\n}\nuse(ferry.Berth.Number)"],
    [
      "a helper that is given what is compared",
      "if isStale(ferry.Berth.Voyage, h.Voyage) {\nreturn\n}\nuse(ferry.Berth.Number)",
    ],
    [
      "a helper that answers with an error",
      "if err := check(ferry.Berth, h); err != nil {\nreturn\n}\nuse(ferry.Berth.Number)",
    ],
    ["a method that is given something", "if ferry.IsOn(h.Voyage) {\nuse(ferry.Berth.Number)\n}"],
    [
      "a helper's answer in a variable",
      "ok, err := h.expects(ferry)\nif err != nil || !ok {\nreturn\n}\nuse(ferry.Berth.Number)",
    ],
    ["a variable that others may change", "ok := false\nh.fill(&ok)\nif ok {\nuse(ferry.Berth.Number)\n}"],
  ])("may hide in %s: then nothing is said", (_name, body) => {
    expect(unasked(body)).toEqual([]);
  });

  it.each([
    ["a helper that is given something else", "if !h.expects(other) {\nreturn\n}\nuse(ferry.Berth.Number)", [4]],
    [
      "fetching something with the object",
      "crew, err := h.crewOf(ferry)\nif err != nil || len(crew) == 0 {\nreturn\n}\nuse(ferry.Berth.Number)",
      [5],
    ],
    ["what the object says of itself", "if ferry.IsEmpty() {\nreturn\n}\nuse(ferry.Berth.Number)", [4]],
  ])("does not hide in %s", (_name, body, lines) => {
    expect(unasked(body)).toEqual(lines);
  });
});

describe("a condition", () => {
  const guarded = (condition: string, body: string): readonly number[] =>
    seen(`pattern: 'sail()'\nguarded: ${condition}`, body);

  it("with && must hold as a whole, with || in one of its parts", () => {
    const body = "if a && b {\nsail()\n}\nif a {\nsail()\n}\nif a || b {\nsail()\n}";
    expect(guarded("'a && b'", body)).toEqual([2]);
    expect(guarded("'a || b'", body)).toEqual([2, 5, 8]);
    expect(guarded("[a, b]", body)).toEqual([2, 5, 8]);
    expect(guarded("'!(!a || !b)'", body)).toEqual([2]);
  });

  it("may ask that something does not hold", () => {
    const body = "if !a {\nsail()\n}\nif c != b {\nsail()\n}\nif c == b {\nreturn\n}\nsail()";
    expect(guarded("'!a'", body)).toEqual([2]);
    expect(guarded("'c != b'", body)).toEqual([5, 10]);
  });

  it("of several cases holds when they are its alternatives", () => {
    const body = "switch x {\ncase kv.A, kv.B:\nsail()\ncase kv.C:\nsail()\n}";
    expect(guarded("['x == *.A', 'x == *.B']", body)).toEqual([3]);
  });

  it("may ask about errors, which are noise elsewhere", () => {
    expect(guarded("'f() == nil'", "err := f()\nif err != nil {\nreturn\n}\nsail()")).toEqual([5]);
  });
});
