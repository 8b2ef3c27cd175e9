import type { CallView, Difference, Effect, Evidence, Matrix, Place } from "../../src/behavior/index.js";
import type { Alignment, RenderContext } from "../../src/report/index.js";

/** Strings that try to be more than text, in terminals, in Markdown and on GitHub's pages. */
export const hostileStrings = [
  "\u001b[31mred\u001b[0m",
  "\u001b]0;title\u0007",
  "\u009b2J",
  "line one\nline two\r\nline three",
  "tab\tand\u0000nul\u007f",
  "left\u202eright\u2066iso\u2069",
  "zero\u200bwidth\u200d\ufeff\u00ad",
  "para\u2028graph\u2029",
  "lone \ud800 surrogate",
  "tag \u{e0041}\u{e0001}",
  "a|b",
  "a\\|b",
  "ends in \\",
  "`",
  "``x`",
  " ` ",
  "```\nfence",
  "@kubeovn/team #123 GH-12 owner/name#4",
  "<img src=x onerror=alert(1)><!-- c",
  "</details><script>",
  "**b** _e_ ~s~ [l](javascript:alert)",
  "https://evil.test/x www.evil.test a@b.test",
  "&lt;b&gt; &#64;user &copy;",
  "1. x",
  "- x",
  "# h",
  "> q",
  "    code",
  "---",
  "[x]: http://evil.test",
  "![i](http://evil.test/i.png)",
  "$x$ :smile:",
  "热迁移失败：源节点与目标节点相同，请检查虚拟机的标签",
  "👩‍👩‍👧 ⚠️ é ﷽",
  "x".repeat(300),
  "",
] as const;

/** A matrix with the same text at every place where text from outside is shown. */
export function hostileMatrix(text: string): Matrix {
  const effect: Effect = { action: "set", key: text, value: text, line: 3 };
  const place: Place = { file: text, line: 7, function: text };
  const guard = { line: 5, condition: text, exit: text };
  const call: CallView = {
    ...place,
    operation: text,
    arguments: { [text]: text },
    trigger: { kind: text, value: text, expression: text },
    guards: [guard],
    loop: text,
    confidence: "derived",
    effects: [effect, { action: "delete", key: text, line: 4 }],
    when: "deferred",
    via: [place],
  };
  const first = `${text}1`;
  const second = `${text}2`;
  const difference = (kind: Difference["kind"], stage: string | null): Difference => ({
    stage,
    operation: text,
    call: text,
    refs: [second],
    kind,
    summary: text,
    before: text,
    after: `${text}!`,
  });
  return {
    format: "volteface/matrix@1",
    behavior: text,
    refs: [
      { ref: first, commit: "a".repeat(40), status: "ok", problems: [] },
      { ref: second, commit: text, status: "incomplete", problems: [text] },
    ],
    stages: [text],
    operations: [first, second].map((ref, index) => ({
      ref,
      operation: text,
      function: text,
      file: text,
      line: 2,
      verdict: index === 0 ? "baseline" : "differs",
      cases: [{ when: { [text]: text }, effects: [effect] }],
      guards: [guard],
    })),
    cells: [first, second].map((ref, index) => ({
      ref,
      stage: text,
      calls: index === 0 ? [call, call] : [{ ...call, when: "concurrent" }],
      net: { [text]: "unchanged" },
    })),
    writers: [{ ...place, ref: first, effects: [effect], calledFrom: [place] }],
    unplaced: [{ ...call, ref: second }],
    differences: [
      ...(["calls", "effects", "trigger", "guards", "missing"] as const).flatMap((kind) => [
        difference(kind, text),
        difference(kind, null),
      ]),
    ],
  };
}

export function hostileContext(text: string): RenderContext & { evidence: Evidence[]; align: Alignment } {
  const place: Place = { file: text, line: 7, function: text };
  const snippet = { ref: text, commit: "b".repeat(40), file: text, startLine: 9, lines: [text, "same"] };
  return {
    lang: "en",
    width: 80,
    color: false,
    webUrl: `https://github.com/${text}`,
    packTitle: text,
    evidence: hostileMatrix(text).differences.map((difference) => ({
      difference,
      left: snippet,
      right: { ...snippet, lines: [`${text}+`, "same"] },
    })),
    align: {
      from: text,
      to: text,
      steps: [
        {
          stage: text,
          operation: text,
          from: text,
          to: `${text}!`,
          steps: [
            { code: "replace-call", call: text, by: text, at: place },
            { code: "add-call", call: text, at: null },
            { code: "remove-call", call: text, at: place },
            { code: "add-effect", operation: text, effect: text, at: place },
            { code: "remove-effect", operation: text, effect: text, at: place },
            { code: "change-trigger", call: text, from: text, to: text, at: place },
            { code: "change-guards", call: text, from: text, to: text, at: place },
            { code: "add-operation", operation: text, like: place },
            { code: "remove-operation", operation: text, at: place },
          ],
        },
      ],
    },
  };
}
