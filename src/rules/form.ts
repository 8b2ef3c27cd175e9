import type { z } from "zod";
import { decode } from "./decode.js";
import { explainIssue } from "./explain-issue.js";
import type { Locator } from "./locate.js";
import { inOrder, type Path, type Problem, type Report } from "./problem.js";
import { readYaml } from "./read-yaml.js";

export type ReadForm =
  | { readonly ok: true; readonly form: Form }
  /** The bytes are not YAML that is safe to read; nothing more can be said about them. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A file that a person wrote, as bytes or text, to plain values with the way back to their
 * places. Refuses what is too large, not UTF-8, nested too deeply, or grows by aliases;
 * never throws.
 */
export function formOf(file: string, source: string | Uint8Array): ReadForm {
  const decoded = decode(typeof source === "string" ? Buffer.from(source, "utf8") : source);
  if (!decoded.ok) {
    const { line, column, fault } = decoded;
    return { ok: false, problems: [{ file, line, column, fault }] };
  }
  const yaml = readYaml(file, decoded.text);
  return yaml.ok ? { ok: true, form: new Form(yaml.value, yaml.locator, yaml.problems) } : yaml;
}

/** Values that were read, and what turns out to be wrong with them. */
export class Form {
  readonly #problems: Problem[];

  constructor(
    readonly value: unknown,
    private readonly locator: Locator,
    problems: readonly Problem[],
  ) {
    this.#problems = [...problems];
  }

  /** In the order of the file. */
  get problems(): readonly Problem[] {
    return inOrder(this.#problems);
  }

  readonly report: Report = (path, fault, where) => {
    const place = where?.on === "name" ? this.locator.name(path) : this.locator.value(path, where?.offset ?? 0);
    this.#problems.push({ ...place, fault });
  };

  /** Where the name of the field at `path` stands, or the element there. */
  placeOf(path: Path): Pick<Problem, "file" | "line" | "column"> {
    return this.locator.name(path);
  }

  /** Holds the values against a schema; what it refuses is among the problems. */
  check<Written>(schema: z.ZodType<Written>): z.ZodSafeParseResult<Written> {
    const parsed = schema.safeParse(this.value);
    const issues = parsed.error?.issues ?? [];
    for (const { path, fault, on } of issues.flatMap((issue) => explainIssue(issue, schema, this.locator)))
      this.report(path, fault, { on });
    return parsed;
  }
}
