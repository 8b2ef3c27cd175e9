import * as z from "zod";
import { policies } from "../history/index.js";
import { langs, severities } from "../primitives/index.js";
import { modes, ruleDescriptions } from "../review/index.js";

/**
 * The settings of a repository as a person writes them: in `.github/volteface.yml`, as flags or as
 * inputs of the Action. This schema is the one list of the fields: the types, the messages about a
 * wrong file, the JSON Schema for editors and the check that docs/configuration.md explains every
 * field all come from it. Nothing here has a default: what is absent was not said.
 */

/** What else may stand in place of a schema's value: one element for a list, a word for a mapping. */
export const shorthands = new WeakMap<z.core.$ZodType, z.core.$ZodType>();

function withShorthand<T extends z.ZodType>(
  full: T,
  short: z.ZodType,
  expand: (value: unknown) => unknown,
  meta: { readonly id?: string } = {},
) {
  const either = z.preprocess(expand, full).meta(meta);
  shorthands.set(either, short);
  return either;
}

function oneOrMany<T extends z.ZodType>(element: T, least = 0) {
  return withShorthand(z.array(element).min(least).max(1000), element, (value) =>
    Array.isArray(value) || value === undefined || value === null ? value : [value],
  );
}

const text = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, "visible");
const day = z.iso.date("date");

/** YAML reads `on` and `off` as text. */
const onOrOff = withShorthand(z.boolean(), z.enum(["on", "off"]), (value) =>
  value === "on" ? true : value === "off" ? false : value,
);

const branch = z
  .strictObject({
    pattern: text.describe("The branches that are meant, as a glob: release-1.12, or release-1.*"),
    policy: z.enum(policies).describe("What a branch still gets: maintained, security-only or end-of-life"),
    since: day.optional().describe("The first day on which this holds: 2026-03-31"),
    until: day.optional().describe("The last day on which this holds: 2026-03-31"),
  })
  .describe("A branch has a pattern and a policy, and may have since and until");

const mode = z.enum(modes);
const rule = withShorthand(
  z
    .strictObject({
      mode: mode.optional().describe("What happens with its findings: off, monitor, comment or block"),
      severity: z.enum(severities).optional().describe("How severe its findings are: notice, warning or failure"),
      reason: text.optional().describe("Why the repository wants it so; shown where findings are silenced"),
    })
    .describe("A rule has a mode, a severity or a reason, or is one word: off, monitor, comment or block"),
  mode,
  (value) => (typeof value === "string" ? { mode: value } : value),
  { id: "rule" },
);

const ownRules = Object.fromEntries(ruleDescriptions.map(({ id }) => [id, rule.optional()]));

export const writtenSettings = z
  .strictObject({
    packs: oneOrMany(text, 1)
      .optional()
      .describe("The rules to apply: ids of those that come along, or paths of files in the repository"),
    branches: z
      .array(branch)
      .max(1000)
      .optional()
      .describe("Which branches are maintained, a list of patterns and policies"),
    rules: z.object(ownRules).catchall(rule).optional().describe("How each rule is wanted, by its id: asymmetry: off"),
    ignore: oneOrMany(text).optional().describe("Globs of files that are not looked at: 'hack/**'"),
    language: z.enum(langs).optional().describe("The language of comments and reports, en or zh-CN"),
    annotations: z
      .int()
      .min(0)
      .max(50)
      .optional()
      .describe("How many findings are annotated in the files of a pull request, a number from 0 to 50"),
    comment: onOrOff.optional().describe("Whether a pull request gets a comment, on or off"),
    drafts: onOrOff.optional().describe("Whether drafts of pull requests are looked at, on or off"),
    "fail-on": z
      .enum(severities)
      .optional()
      .describe("The least severity of a finding that makes a check fail: notice, warning or failure"),
  })
  .describe("See docs/configuration.md");

export type WrittenSettings = z.infer<typeof writtenSettings>;
export type WrittenRule = z.infer<typeof rule>;
