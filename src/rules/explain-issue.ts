import type { z } from "zod";
import type { Fault, Kind, Label } from "./fault.js";
import type { Locator } from "./locate.js";
import type { Path } from "./problem.js";
import { schemaAt } from "./schema-at.js";

interface Explanation {
  readonly path: Path;
  readonly fault: Fault;
  readonly on: "name" | "value";
}

/** Says what a person wrote where the schema found something, and at which place. */
export function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType, locator: Locator): readonly Explanation[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const { meaning, fields } = schemaAt(schema, path);
  const at = labelOf(path);
  const written = locator.written(path);
  const say = (fault: Fault): Explanation[] => [{ path, fault, on: "value" }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...path, key], fault: unknownField(key, fields), on: "name" }));
    case "invalid_key":
      return [{ path, fault: { code: "bad-name", name: String(path.at(-1)) }, on: "name" }];
    case "invalid_type":
    case "invalid_value": {
      const found = locator.kind(path);
      if (found === "missing") return [missing(path, meaning)];
      if (found === "empty") return [{ path, fault: { code: "empty", at, meaning }, on: "name" }];
      if (issue.code === "invalid_value")
        return say({ code: "bad-choice", at, written, known: issue.values.map(String) });
      const expected = KINDS[issue.expected];
      return say(
        expected === undefined
          ? { code: "not-right", at, meaning }
          : { code: "wrong-kind", at, expected, found, written, meaning },
      );
    }
    case "invalid_format":
      return say({ code: "bad-format", at, written, format: issue.message, meaning });
    case "too_small":
      return say(
        issue.origin === "number" ? { code: "out-of-range", at, written, meaning } : { code: "empty", at, meaning },
      );
    case "too_big":
      return say(
        issue.origin === "number"
          ? { code: "out-of-range", at, written, meaning }
          : { code: "too-long", at, most: Number(issue.maximum) },
      );
    default:
      return say({ code: "not-right", at, meaning });
  }
}

/** A name that reads like a known one and is not: what cannot be seen must be named. */
function unknownField(name: string, known: readonly string[]): Fault {
  const hidden = HIDDEN.exec(name)?.[0];
  if (hidden === undefined) return { code: "unknown-field", name, known };
  const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { code: "hidden-character", name, character: `U+${code}` };
}

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

const KINDS: Readonly<Record<string, Kind | "integer">> = {
  string: "text",
  number: "number",
  int: "integer",
  boolean: "boolean",
  array: "list",
  object: "mapping",
  record: "mapping",
};

function missing(path: Path, meaning: string): Explanation {
  const parent = path.slice(0, -1);
  const fault: Fault = { code: "missing-field", name: String(path.at(-1)), at: labelOf(parent), meaning };
  return { path: parent, fault, on: "name" };
}

function labelOf(path: Path): Label {
  const last = path.at(-1);
  if (last === undefined) return null;
  if (typeof last === "string") return { field: last };
  return { element: last + 1, of: String(path.findLast((step) => typeof step === "string") ?? "") };
}
