import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { z } from "zod";
import { evaluateExample, evaluateHazard } from "../../src/analyze/index.js";
import { checkHazards, checkPack } from "../../src/rules/index.js";
import { loadPack } from "../../src/rules/load-pack.js";
import { writtenPack } from "../../src/rules/written.js";
import { said } from "./harbour.js";

const page = await readFile(new URL("../../docs/writing-rules.md", import.meta.url), "utf8");
const blocks = [...page.matchAll(/```(\w*)\n(.*?)```/gs)].map(([, language, text]) => ({ language, text: text ?? "" }));
const pack = blocks.find(({ text }) => text.startsWith("format:"))?.text ?? "";

/** The names of all fields in a JSON schema. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(fieldsOf)];
}

it("every field of the form is explained", () => {
  const fields = new Set(fieldsOf(z.toJSONSchema(writtenPack, { io: "input" })));
  expect(fields.size).toBeGreaterThan(30);
  expect([...fields].filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
});

it("the first pack is right, and so is its example", async () => {
  expect(said(pack)).toBe("fine");
  const loaded = loadPack("pack.yml", pack);
  expect(loaded.ok && (await checkPack(loaded.pack, evaluateExample))).toEqual([
    { title: "A ferry comes and goes", mismatches: [] },
  ]);
});

it("the pieces of packs fit into the first pack", () => {
  const pieces = blocks.filter(({ language, text }) => language === "yaml" && !text.startsWith("format:"));
  expect(pieces.map(({ text }) => text.slice(0, text.indexOf(":")))).toEqual([
    "keys",
    "values",
    "triggers",
    "terminal",
    "shared",
    "hazards",
    "    where",
    "scenarios",
  ]);
  const wrong = pieces
    .filter(({ text }) => !/^(?:hazards| +where):/.test(text))
    .flatMap(({ text }) => {
      const name = text.slice(0, text.indexOf(":"));
      const own = new RegExp(`^${name}:\n(?: .*\n|\n)*`, "m");
      const loaded = loadPack("pack.yml", own.test(pack) ? pack.replace(own, `${text}\n`) : `${pack}\n${text}\n`);
      return loaded.ok
        ? []
        : loaded.problems.filter(({ fault }) => fault.code !== "unknown-name" && fault.code !== "stage-unreached");
    });
  expect(wrong).toEqual([]);
});

it("the hazard of the page can be added to the first pack, also with its narrower subject, and its examples are right", () => {
  const hazard = blocks.find(({ text }) => text.startsWith("hazards:"))?.text ?? "";
  const where = blocks.find(({ text }) => text.startsWith("    where:"))?.text ?? "";
  for (const written of [hazard, hazard.replace("    examples:", () => `${where}    examples:`)]) {
    const loaded = loadPack("pack.yml", pack + written);
    if (!loaded.ok) throw new Error(said(pack + written));
    const [checked] = checkHazards(loaded.pack, evaluateHazard);
    expect(checked?.examples.map(({ title, matches }) => `${title}: ${matches}`)).toEqual([
      "Nobody asked: true",
      "An early return asks: true",
    ]);
  }
});

it("the messages on the page are the messages of the program", () => {
  const shown = blocks.filter(({ text }) => text.startsWith("rules/harbour")).map(({ text }) => text.trim());
  const edited = pack
    .replace("values:", "value:")
    .replace("role: clean", "role: clear")
    .replace("stage: arrived", "stage: arived");
  const bare = pack.replace(`'*.Plan["berth"]'`, `*.Plan["berth"]`);
  expect(shown).toEqual(
    [said(edited), said(bare)].map((text) => text.replaceAll("pack.yml", "rules/harbour/berths.yml")),
  );
});
