import type { z } from "zod";
import { type Problem, readForm } from "../rules/index.js";
import type { ReadSettings } from "./layer.js";
import type { WrittenSettings } from "./written-settings.js";

type Environment = Readonly<Record<string, string | undefined>>;
type Field = keyof WrittenSettings;

/** An input is text: what is a list of words in a file is one word on each line of it. */
const LISTS: readonly Field[] = ["packs", "ignore"];

/**
 * The inputs of the Action, as the runner hands them over: `INPUT_FAIL-ON` for `fail-on`. Their names and
 * values are those of the settings file; one that is empty says nothing.
 */
export async function inputLayer(environment: Environment): Promise<ReadSettings> {
  const written: Partial<Record<Field, unknown>> = {};
  const problems: Problem[] = [];
  for (const [field, schema] of await fieldsFor(environment)) {
    const text = inputOf(field, environment).trim();
    const value = text === "" ? undefined : await readInput(field, text, schema);
    if (value?.ok === true) written[field] = value.value;
    else if (value !== undefined) problems.push(...value.problems);
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    layer: {
      written: written as WrittenSettings,
      originOf: ([field]) => ({ kind: "input", name: String(field) }),
    },
  };
}

const PREFIX = "INPUT_";

/** All fields where there are inputs. Most commands run outside of a workflow, and do without the schema. */
async function fieldsFor(environment: Environment): Promise<readonly [Field, z.ZodType][]> {
  if (!Object.keys(environment).some((name) => name.startsWith(PREFIX))) return [];
  const { writtenSettings } = await import("./written-settings.js");
  return Object.entries(writtenSettings.shape) as [Field, z.ZodType][];
}

/** https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs */
function inputOf(field: Field, environment: Environment): string {
  const name = `${PREFIX}${field.toUpperCase()}`;
  return environment[name] ?? environment[name.replaceAll("-", "_")] ?? "";
}

async function readInput(
  field: Field,
  text: string,
  schema: z.ZodType,
): Promise<{ ok: true; value: unknown } | { ok: false; problems: readonly Problem[] }> {
  const yaml = LISTS.includes(field) && !/^[[-]/.test(text) ? JSON.stringify(linesOf(text)) : text;
  const read = await readForm(`input ${field}`, yaml);
  if (!read.ok) return read;
  const parsed = read.form.check(schema);
  const { problems } = read.form;
  return parsed.success && problems.length === 0 ? { ok: true, value: parsed.data } : { ok: false, problems };
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
