import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { renderReview } from "../../../src/report/index.js";
import { hostileStrings } from "../hostile.js";
import { context, HEAD, hazard, reviewOf } from "./reviews.js";

/** The official schema as it was ratified; the package is there for this file only. */
const file = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
// It says draft-04, of which it uses nothing that draft-07 lacks but the spelling of its own id; one of its patterns is not strict.
const { $schema, id, ...schema } = JSON.parse(readFileSync(file, "utf8"));
const validate = ajv.compile(schema);

function complaints(text: string): unknown {
  validate(JSON.parse(text));
  return validate.errors ?? [];
}

it("the schema refuses what is no SARIF", () => {
  expect(complaints(JSON.stringify({ version: "2.1.0", runs: [{ tool: {} }] }))).not.toEqual([]);
  expect(complaints(JSON.stringify({ version: "2.1.0", runs: [], more: 1 }))).not.toEqual([]);
});

it.each(["", ...hostileStrings])("a review with %j everywhere is valid SARIF 2.1.0", (text) => {
  const facts = { rule: "hazard", hazard: text, message: text, text, function: text } as const;
  const evidence = [
    { commit: HEAD, file: text, line: 3 },
    { commit: HEAD, file: `${text}.go`, line: 0 },
  ];
  const finding = hazard({ file: text, line: null, rule: text, facts, evidence });
  const stated = [{ finding, reason: text, by: "trailer", who: text }] as const;
  const remarks = [{ code: text, fields: {} }];
  for (const lang of ["en", "zh-CN"] as const)
    for (const webUrl of [null, text, "https://github.com/kubeovn/kube-ovn"])
      expect(
        complaints(renderReview(reviewOf([finding], { stated, remarks }), "sarif", { ...context, lang, webUrl })),
      ).toEqual([]);
});

it("an empty review is valid SARIF 2.1.0", () => {
  expect(complaints(renderReview(reviewOf([]), "sarif", context))).toEqual([]);
});
