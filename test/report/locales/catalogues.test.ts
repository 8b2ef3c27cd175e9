import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { codedMessage, langs, messagesIn, plain } from "../../../src/report/index.js";

const source = fileURLToPath(new URL("../../../src/", import.meta.url));

/** Codes that the sources hand to people: `new Failure("code"`, `code: "remark"`. */
function codesIn(pattern: RegExp, folders: readonly string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(`${source}${folder}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `${source}${folder}/${file}`),
  );
  expect(files.length).toBeGreaterThan(0);
  return [
    ...new Set(
      files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(pattern)].map((found) => found[1] ?? "")),
    ),
  ];
}

describe.each(langs)("the catalogue %s", (lang) => {
  const messages = messagesIn(lang);

  it("has a sentence for every failure that the sources know", () => {
    const codes = codesIn(/(?:new Failure|super)\(\s*"([\w.-]+)"/g, ["."]);
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !Object.hasOwn(messages.failures, code))).toEqual([]);
  });

  it("has a sentence for every remark that the engine makes", () => {
    const codes = codesIn(/kind: "remark",\s*code: "([\w.-]+)"/g, ["analyze"]);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !Object.hasOwn(messages.remarks, code))).toEqual([]);
  });

  it("has a sentence for whatever can go wrong with GitHub", () => {
    const codes = codesIn(/"(github-[a-z-]+)"/g, ["github"]);
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => !Object.hasOwn(messages.remarks, code))).toEqual([]);
  });

  it("keeps foreign text apart from its words in every remark", () => {
    for (const [code, message] of Object.entries(messages.remarks)) {
      const fields = new Proxy({}, { get: (_, field) => `<${String(field)}>` });
      const words = (message as (fields: object) => readonly unknown[])(fields).filter(
        (part) => typeof part === "string",
      );
      expect(words.join(""), code).not.toContain("<");
    }
  });

  it("shows a code that it does not know rather than nothing", () => {
    expect(plain(codedMessage(messages.failures, "brand-new", { ref: "x", count: 2 }))).toBe(
      "brand-new (ref=x, count=2)",
    );
    expect(plain(codedMessage(messages.failures, "toString", {}))).toBe("toString");
  });

  it("keeps foreign text apart from its words in every failure", () => {
    for (const [code, message] of Object.entries(messages.failures)) {
      const fields = new Proxy({}, { get: (_, field) => `<${String(field)}>` });
      const words = (message as (fields: object) => readonly unknown[])(fields).filter(
        (part) => typeof part === "string",
      );
      expect(words.join(""), code).not.toContain("<");
    }
  });
});

describe("the English catalogue", () => {
  const { matrix } = messagesIn("en");

  it("counts as English does", () => {
    const differ = (differing: string[], onlyHow: number) =>
      plain(
        matrix.headline.differ({
          differing,
          others: 6,
          first: "v1",
          places: matrix.headline.atStages(["failed"]),
          onlyHow,
        }),
      );
    expect(differ(["v2"], 0)).toBe("v2 differs from v1 in what it does at failed.");
    expect(differ(["v2", "v3"], 1)).toBe(
      "v2 and v3 differ from v1 in what they do at failed; 1 more gets there differently (trigger or conditions).",
    );
    expect(differ(["a", "b", "c"], 2)).toBe(
      "3 of 6 other refs differ from v1 in what they do at failed; 2 more get there differently (trigger or conditions).",
    );
    expect(plain(matrix.headline.unsure(1))).toBe(" 1 ref could not be read completely.");
    expect(plain(matrix.headline.unsure(2))).toBe(" 2 refs could not be read completely.");
  });
});

describe("the Chinese catalogue", () => {
  it("says what the English one says, in Chinese punctuation", () => {
    const { matrix } = messagesIn("zh-CN");
    const say = matrix.headline;
    expect(
      plain(
        say.differ({
          differing: ["a", "b", "c"],
          others: 6,
          first: "v1",
          places: say.atStages(["failed"]),
          onlyHow: 2,
        }),
      ),
    ).toBe("6 个其他引用中有 3 个在 failed 阶段的行为与 v1 不同；另有 2 个只是触发方式或条件不同。");
    expect(plain(matrix.refs({ shown: ["a", "b", "c"], more: 0 }))).toBe("a、b 和 c");
    expect(plain(matrix.refs({ shown: ["a", "b"], more: 7 }))).toBe("a、b 以及另外 7 个");
  });
});
