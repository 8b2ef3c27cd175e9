import { expect, it } from "vitest";
import * as z from "zod";
import { writtenSettings } from "../../../src/config/written-settings.js";
import { meanings } from "../../../src/report/locales/zh-CN/meanings.js";
import { writtenPack } from "../../../src/rules/written.js";

/** What a form says about its fields, in JSON Schema, where everything that it consists of can be seen. */
function meaningsOf(form: z.ZodType): string[] {
  const found: string[] = [];
  JSON.stringify(z.toJSONSchema(form, { io: "input", unrepresentable: "any" }), (name, value: unknown) => {
    if (name === "description" && typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

it("the Chinese catalogue knows all that the forms say about their fields, and nothing else", () => {
  const said = new Set([...meaningsOf(writtenPack), ...meaningsOf(writtenSettings), "See docs/writing-rules.md"]);
  expect(said.size).toBeGreaterThan(90);
  expect(Object.keys(meanings).filter((meaning) => !said.has(meaning))).toEqual([]);
  expect([...said].filter((meaning) => !Object.hasOwn(meanings, meaning))).toEqual([]);
});
