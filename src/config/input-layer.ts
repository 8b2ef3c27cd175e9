import { type Problem, readForm } from "../rules/index.js";
import type { ReadSettings } from "./layer.js";
import { type WrittenSettings, writtenSettings } from "./written-settings.js";

type Environment = Readonly<Record<string, string | undefined>>;
type Field = keyof WrittenSettings;

const FIELDS = Object.keys(writtenSettings.shape) as Field[];
/** An input is text: what is a list of words in a file is one word on each line of it. */
const LISTS: readonly Field[] = ["packs", "ignore"];

/**
 * The inputs of the Action, as the runner hands them over: `INPUT_FAIL-ON` for `fail-on`. Their names and
 * values are those of the settings file; one that is empty says nothing.
 */
export function inputLayer(environment: Environment): ReadSettings {
  const written: Partial<Record<Field, unknown>> = {};
  const problems: Problem[] = [];
  for (const field of FIELDS) {
    const text = inputOf(field, environment).trim();
    const value = text === "" ? undefined : readInput(field, text);
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

/** https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs */
function inputOf(field: Field, environment: Environment): string {
  const name = `INPUT_${field.toUpperCase()}`;
  return environment[name] ?? environment[name.replaceAll("-", "_")] ?? "";
}

function readInput(
  field: Field,
  text: string,
): { ok: true; value: unknown } | { ok: false; problems: readonly Problem[] } {
  const yaml = LISTS.includes(field) && !/^[[-]/.test(text) ? JSON.stringify(linesOf(text)) : text;
  const read = readForm(`input ${field}`, yaml);
  if (!read.ok) return read;
  const parsed = read.form.check<unknown>(writtenSettings.shape[field]);
  const { problems } = read.form;
  return parsed.success && problems.length === 0 ? { ok: true, value: parsed.data } : { ok: false, problems };
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
