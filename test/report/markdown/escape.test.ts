import { describe, expect, it } from "vitest";
import { code, escapeProse, fenced, markdown, placeLink } from "../../../src/report/markdown/escape.js";
import { say } from "../../../src/report/text.js";

describe("code spans", () => {
  it("hold names that mention people, issues or HTML", () => {
    expect(code("@kubeovn/team #123 <b>")).toBe("`@kubeovn/team #123 <b>`");
  });

  it("grow with the backticks inside", () => {
    expect(code("a`b")).toBe("``a`b``");
    expect(code("``a`")).toBe("``` ``a` ```");
  });

  it("escape pipes in tables only", () => {
    expect(code("a|b", "cell")).toBe("`a\\|b`");
    expect(code("a|b")).toBe("`a|b`");
  });

  it("give way to prose where a backslash stands before a pipe in a table, because parsers disagree", () => {
    expect(code("a\\|b", "cell")).toBe("a\\\\\\|b");
  });

  it("spell out line breaks, control characters, direction changes and invisible characters", () => {
    expect(code("a\nb\u0007\u202e\u200b\u{e0041}")).toBe("`a\\nb\\x07\\u202e\\u200b\\u{e0041}`");
  });

  it("are never empty", () => {
    expect(code("")).toBe("` `");
  });
});

describe("prose", () => {
  it("loses its Markdown and HTML", () => {
    expect(escapeProse("**b** <i> `c` [l](u)")).toBe("\\*\\*b\\*\\* \\<i\\> \\`c\\` \\[l\\](u)");
  });

  it("begins no list, heading or code block", () => {
    expect(["1. a", "- b", "    c", "= d", "# e"].map(escapeProse)).toEqual([
      "1\\. a",
      "\\- b",
      "c",
      "\\= d",
      "\\#&#8203; e",
    ]);
  });

  it("stays readable where nothing could go wrong", () => {
    expect(escapeProse('A lake (dry), drained: 3-4 times; "why?"')).toBe('A lake (dry), drained: 3-4 times; "why?"');
  });

  it("links nobody and nothing", () => {
    expect(escapeProse("@me #1 GH-2 https://x.test www.x.test a@b.test")).toBe(
      "\\@&#8203;me \\#&#8203;1 GH&#8203;-2 https:&#8203;//x.test www&#8203;.x.test a\\@&#8203;b.test",
    );
  });
});

describe("sentences", () => {
  it("keep our words, and put what is foreign into code", () => {
    expect(markdown(say`on ${"a|b"} ${3} ~`, "cell")).toBe("on `a\\|b` 3 \\~");
  });
});

describe("fences", () => {
  it("are longer than any run of backticks inside", () => {
    expect(fenced(["```", "\u202e", "\tx"], "diff")).toEqual(["````diff", "```", "\\u202e", "    x", "````"]);
  });
});

describe("places", () => {
  it("are links where the address is known", () => {
    expect(placeLink("pod.go:1", "https://x.test/pod.go#L1")).toBe("[`pod.go:1`](https://x.test/pod.go#L1)");
    expect(placeLink("pod.go:1", null)).toBe("`pod.go:1`");
  });
});
