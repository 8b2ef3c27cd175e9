import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { settingsSchema } from "../../src/config/index.js";
import { said } from "./said.js";

const committed = readFileSync(new URL("../../schema/volteface.schema.json", import.meta.url), "utf8");
const page = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");
const example = /```yaml\n(packs:.*?)```/s.exec(page)?.[1] ?? "";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(await settingsSchema());

/** What the page shows, and files that are right or wrong in one way each. */
const good = [example, "packs: a/b", "comment: off", "rules: { hazard-of-ours: block }", "annotations: 0", "{}"];
const bad = [
  "pakcs: [a/b]",
  "packs: [3]",
  "packs: ['']",
  "packs: []",
  "branches: [{ pattern: x }]",
  "branches: [{ pattern: x, policy: dead }]",
  "branches: [{ pattern: x, policy: maintained, since: 2026-13-01 }]",
  "rules: { asymmetry: loud }",
  "rules: { asymmetry: { mode: off, until: 2026-01-01 } }",
  "language: fr",
  "annotations: 51",
  "annotations: 1.5",
  "comment: maybe",
  "fail-on: error",
];

describe("the schema for editors", () => {
  it("is up to date: npm run schema remakes it", async () => {
    expect(committed).toBe(`${JSON.stringify(await settingsSchema(), null, 2)}\n`);
  });

  it.each(good)("accepts what we accept: %s", async (text) => {
    expect([validate(parse(text)), await said(text, null)]).toEqual([true, "fine"]);
  });

  it.each(bad)("refuses what we refuse: %s", async (text) => {
    expect(validate(parse(text))).toBe(false);
    expect(await said(text)).not.toBe("fine");
  });
});

/** The names of all fields in a JSON schema. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(fieldsOf)];
}

describe("docs/configuration.md", () => {
  it("explains every field and lists every rule", async () => {
    const fields = new Set(fieldsOf(await settingsSchema()));
    expect(fields.size).toBeGreaterThan(20);
    expect([...fields].filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
  });

  it("has the modes and severities that rules have", async () => {
    const { ruleDescriptions } = await import("../../src/review/index.js");
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (off|monitor|comment|block)(?:; [^|]+)? \| (\w+) \|$/gm)];
    expect(rows.map(([, id, mode, severity]) => ({ id, mode, severity }))).toEqual(
      ruleDescriptions.map(({ id, mode, severity }) => ({ id, mode, severity })),
    );
  });

  it("shows a message of the program", async () => {
    const shown = /```text\n\.github\/volteface\.yml(.*?)\n```/s.exec(page)?.[1];
    expect(await said("rules:\n  undos: off\n")).toBe(`s.yml${shown}`);
  });
});
