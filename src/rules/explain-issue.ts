import type { z } from "zod";
import type { Locator } from "./locate.js";
import type { Path } from "./problem.js";
import { schemaAt } from "./schema-at.js";
import { suggest } from "./suggest.js";

interface Explanation {
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
  readonly on: "name" | "value";
}

/** Says in our words what the schema found, and at which place. */
export function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType, locator: Locator): readonly Explanation[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const { meaning, fields } = schemaAt(schema, path);
  const label = labelOf(path);
  const say = (message: string, hint: string) => [{ path, message, hint, on: "value" as const }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...path, key], ...unknownField(key, fields), on: "name" }));
    case "invalid_key":
      return [{ path, message: `"${String(path.at(-1))}" cannot be a name`, hint: NAMES, on: "name" }];
    case "invalid_type":
    case "invalid_value": {
      const kind = locator.kind(path);
      if (kind === "missing") return [missing(path, meaning)];
      if (kind === "empty") return [{ path, message: `${label} is empty`, hint: sentence(meaning), on: "name" }];
      const written = locator.written(path);
      if (issue.code === "invalid_value")
        return say(
          `${label} cannot be ${written}`,
          suggest(unquoted(written), issue.values.map(String), "It is one of"),
        );
      const expected = EXPECTED[issue.expected] ?? issue.expected;
      return say(`${label} must be ${expected}, not ${kind}`, typeHint(expected, kind, written, meaning));
    }
    case "invalid_format":
      return say(`${label} cannot be ${locator.written(path)}`, FORMATS[issue.message] ?? sentence(meaning));
    case "too_small":
      return issue.origin === "number"
        ? say(`${label} cannot be ${locator.written(path)}`, sentence(meaning))
        : say(`${label} is empty`, sentence(meaning));
    case "too_big":
      return issue.origin === "number"
        ? say(`${label} cannot be ${locator.written(path)}`, sentence(meaning))
        : say(`${label} is too long`, `Use at most ${issue.maximum} characters.`);
    default:
      return say(`${label} is not right`, sentence(meaning));
  }
}

/** A name that reads like a known one and is not: the message must show what cannot be seen. */
function unknownField(key: string, fields: readonly string[]): { message: string; hint: string } {
  const hidden = HIDDEN.exec(key)?.[0];
  if (hidden === undefined)
    return { message: `unknown field "${key}"`, hint: suggest(key, fields, "The fields here are") };
  const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { message: `the name "${key}" has a character that cannot be seen, U+${code}`, hint: RETYPE };
}

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const RETYPE = "Remove it, or type the name anew.";

const NAMES = "Begin with a letter or digit; letters, digits and . _ - / may follow.";
/** By the word that the schema gives to its regular expression. */
const FORMATS: Readonly<Record<string, string>> = {
  names: NAMES,
  id: "Use lower-case words with - between them, and / between the parts: my-project/leases.",
  visible: "Remove the characters that cannot be seen or that turn the direction of the text.",
  date: "Write a day of the calendar as 2026-03-31.",
  constant: "Write the constant's bare name, without its package: MigrationSucceeded.",
};

const EXPECTED: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
};

function typeHint(expected: string, kind: string, written: string, meaning: string): string {
  if (expected === "true or false") return "Write true or false.";
  const quotable = expected === "text" && (kind === "a number" || kind === "true or false");
  return quotable ? `Put it in quotes: '${written}'.` : sentence(meaning);
}

function missing(path: Path, meaning: string): Explanation {
  const name = String(path.at(-1));
  const parent = path.slice(0, -1);
  return {
    path: parent,
    message: `"${name}" is missing${parent.length > 0 ? ` in ${labelOf(parent)}` : ""}`,
    hint: `Add "${name}": ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}.`,
    on: "name",
  };
}

/** `"role"`, or for an element `element 2 of "stages"`. */
function labelOf(path: Path): string {
  const last = path.at(-1);
  if (typeof last === "number") return `element ${last + 1} of "${path.findLast((step) => typeof step === "string")}"`;
  return last === undefined ? "this" : `"${last}"`;
}

function sentence(meaning: string): string {
  return `${meaning}.`;
}

function unquoted(written: string): string {
  return written.replace(/^['"]|['"]$/g, "");
}
