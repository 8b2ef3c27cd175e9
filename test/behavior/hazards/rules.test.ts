import { describe, expect, it } from "vitest";
import { seen } from "./seen.js";

describe("a pattern", () => {
  it("finds code under other names, once, where it is read", () => {
    expect(seen("pattern: '*.Berth.Number'", "b := ferry.Berth\nn := b.Number\nuse(n, &other.Berth.Number)")).toEqual([
      2, 3,
    ]);
  });

  it("does not find what comments and strings say, nor fields of a literal", () => {
    const body = '// ferry.Berth.Number\nlog("ferry.Berth.Number")\nuse(Berth{Number: 1})';
    expect(seen("pattern: '*.Berth.Number'", body)).toEqual([]);
  });

  it("finds what is written as well as what is read, unless told to", () => {
    const body = "ferry.Number = 1\nother.Number = ferry.Number\nferry.Number++";
    expect(seen("pattern: '*.Number'", body)).toEqual([1, 2, 3]);
    expect(seen("pattern: '*.Number'\nkind: target", body)).toEqual([1, 2, 3]);
    expect(seen("pattern: '*.Number'\nnot: { kind: target }", body)).toEqual([2]);
  });

  it("may leave the name of a method open", () => {
    const body = "klog.Info(1)\nklog.V(3).Info(2)\nklog.Warningf(wish, 3)";
    expect(seen("pattern: 'klog.$_($...)'", body)).toEqual([1, 2, 3]);
    expect(seen("pattern: 'klog.$_($_)'", body)).toEqual([1, 2]);
  });

  it("has one object for one metavariable", () => {
    const body = "swap(ferry, ferry)\nswap(ferry, other)\nf := ferry\nswap(f, ferry)";
    expect(seen("pattern: 'swap($a, $_)'\nguarded: '$a.Open'", `if ferry.Open {\n${body}\n}`)).toEqual([2, 3, 5]);
    expect(seen("all: [{ pattern: 'swap($a, $_)' }, { pattern: 'swap($_, $a)' }]", body)).toEqual([1, 4]);
  });
});

describe("where", () => {
  const find = "pattern: '$ferry.Sink()'";

  it("asks for a type that the function shows", () => {
    const body = "ferry.Sink()\nwish.Sink()\nh.ferries[0].Sink()\n(&Ferry{}).Sink()";
    expect(seen(find, body, "ferry: { type: Ferry }")).toEqual([1, 4]);
  });

  it("asks for the names that the function has for it", () => {
    const body = "boat, err := h.find(wish)\nboat.Sink()\nsame := boat\nsame.Sink()\nh.find(wish).Sink()\nother.Sink()";
    expect(seen(find, body, "ferry: { regex: '^boat$' }")).toEqual([2, 4]);
    expect(seen(find, body, "ferry: { not: { regex: '^boat$' } }")).toEqual([5, 6]);
  });

  it("asks for what it was made from", () => {
    const body = "boat, err := h.find(wish)\nboat.Sink()\nother.Sink()";
    expect(seen(find, body, "ferry: { any: [{ pattern: '*.find($...)' }, { pattern: '*.seek($...)' }] }")).toEqual([2]);
    expect(seen(find, body, "ferry: { all: [{ pattern: '*.find($...)' }, { regex: '^x$' }] }")).toEqual([]);
  });
});

describe("relations", () => {
  it("inside looks outwards, as far as it is told", () => {
    const body = "for range h.All {\nif a {\nsail()\n}\nsail()\n}\nsail()\ndefer func() { sail() }()";
    expect(seen("pattern: sail()\ninside: { kind: loop }", body)).toEqual([3, 5]);
    expect(seen("pattern: sail()\ninside: { kind: loop, stopBy: { kind: if } }", body)).toEqual([5]);
    expect(seen("pattern: sail()\ninside: { kind: defer }", body)).toEqual([8]);
    expect(seen("pattern: sail()\ninside: { kind: closure }", body)).toEqual([8]);
    expect(seen("pattern: sail()\ninside: { kind: call, stopBy: neighbor }", "use(sail())\nuse(1 + sail())")).toEqual([
      1,
    ]);
  });

  it("has looks inwards", () => {
    const body = "if a {\nuse(sail())\n}\nif b {\nsail\n}\nif c {\n}";
    expect(seen("kind: if\nhas: { pattern: sail() }", body)).toEqual([1]);
    expect(seen("kind: call\nhas: { pattern: sail(), stopBy: neighbor }", "use(sail())\nuse(1 + sail())")).toEqual([1]);
  });

  it("follows and precedes look at statements in the block and around it, not in branches beside", () => {
    const body = "if a {\nlock()\n} else {\nsail()\n}\nif b {\nsail()\n}\nunlock()\nsail()";
    expect(seen("pattern: sail()\nfollows: { pattern: lock() }", body)).toEqual([7, 10]);
    expect(seen("pattern: sail()\nprecedes: { pattern: unlock() }", body)).toEqual([4, 7]);
    expect(seen("pattern: sail()\nfollows: { pattern: unlock(), stopBy: neighbor }", body)).toEqual([10]);
    expect(seen("pattern: sail()\nfollows: { pattern: lock(), stopBy: neighbor }", body)).toEqual([]);
    expect(seen("pattern: sail()\nfollows: { pattern: lock(), stopBy: { pattern: unlock() } }", body)).toEqual([7]);
  });

  it("not turns a relation around, all and any join rules", () => {
    const body = "for range h.All {\nsail()\n}\nif a {\nsail()\n}\nsail()";
    expect(seen("pattern: sail()\nnot: { inside: { kind: loop } }", body)).toEqual([5, 7]);
    expect(seen("pattern: sail()\nnot: { any: [{ inside: { kind: loop } }, { inside: { kind: if } }] }", body)).toEqual(
      [7],
    );
    expect(seen("any: [{ kind: loop }, { kind: if, has: { pattern: sail() } }]", body)).toEqual([1, 4]);
  });

  it("are asked where a value is used, and of a call where it stands", () => {
    const body = "n := ferry.Number\nlog(n)\nm := ferry.Number\nuse(m)\nk := f()\nlog(k)";
    expect(seen("pattern: ferry.Number\nnot: { inside: { pattern: 'log($...)' } }", body)).toEqual([3]);
    expect(seen("pattern: f()\ninside: { pattern: 'log($...)' }", body)).toEqual([]);
  });

  it("ask of code that never runs nothing", () => {
    expect(seen("pattern: sail()", "return\nsail()")).toEqual([]);
  });
});

describe("skips", () => {
  const skips = (body: string): readonly number[] => seen("pattern: '*.Done'\nskips: { pattern: 'clean($...)' }", body);

  it("sees what a silent return passes over", () => {
    expect(skips("if ferry.Done {\nreturn\n}\nclean()")).toEqual([1]);
    expect(skips("if ferry == nil || ferry.Done {\nreturn nil\n}\nif a {\nclean(1)\n} else {\nclean(2)\n}")).toEqual([
      1,
    ]);
    expect(skips("done := ferry.Done\nif done {\nreturn\n}\nclean()")).toEqual([1]);
    expect(skips("if !ferry.Done {\nclean()\n}")).toEqual([1]);
    expect(skips("for _, f := range all {\nif f.Done {\ncontinue\n}\nclean(f)\n}")).toEqual([2]);
    expect(skips("switch {\ncase ferry.Done:\nlog()\ndefault:\nclean()\n}")).toEqual([2]);
  });

  it("is content when anything of it is reached, or may be", () => {
    expect(skips("if ferry.Done {\nclean()\nreturn\n}\nclean()")).toEqual([]);
    expect(skips("clean()\nif ferry.Done {\nreturn\n}\nclean()")).toEqual([]);
    expect(skips("defer clean()\nif ferry.Done {\nreturn\n}\nclean()")).toEqual([]);
    expect(skips("if ferry.Done && h.Open {\nreturn\n}\nclean()")).toEqual([]);
    expect(skips("if other.Done {\nlog()\n}\nif h.Open {\nreturn\n}\nclean()")).toEqual([]);
  });

  it("is content when there is nothing to pass over, or somebody hears of it", () => {
    expect(skips("if ferry.Done {\nreturn\n}\nsail()")).toEqual([]);
    expect(skips('if ferry.Done {\npanic("done")\n}\nclean()')).toEqual([]);
    expect(skips("clean()\nif ferry.Done {\nreturn\n}")).toEqual([]);
  });
});

describe("a regular expression", () => {
  const body = 'sail("fast") // sail slowly\n/* sail */ use(sail)\nx := `\nsail`';

  it("is looked for in code, and in comments and strings when it is asked to", () => {
    expect(seen("regex: 'sail'", body)).toEqual([1, 2]);
    expect(seen("regex: { match: 'sail (slow|\\*)', comments: true }", body)).toEqual([1, 2]);
    expect(seen("regex: { match: 'fast|^sail`', strings: true }", body)).toEqual([1]);
    expect(seen("regex: { match: '(?m)^sail`', strings: true }", body)).toEqual([4]);
  });

  it("takes part in relations where it was found", () => {
    const loop = "sail()\nfor range h.All {\nsail()\n}";
    expect(seen("regex: 'sail'\ninside: { kind: loop }", loop)).toEqual([3]);
  });

  it("narrows down a pattern or a kind by its text", () => {
    expect(seen("kind: call\nregex: '^h\\.'", "h.sail()\nuse(h.sail)\nx.h.sail()")).toEqual([1]);
  });

  it("takes linear time, whatever it is", () => {
    const long = `x := ${"a".repeat(20_000)}`;
    expect(seen("regex: '(a+)+$'", long)).toEqual([]);
  });
});
