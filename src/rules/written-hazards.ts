import * as z from "zod";
import { severities } from "../primitives/index.js";
import { codeKinds } from "./hazard.js";
import { name, oneOrMany, pattern, text } from "./written-parts.js";

/** As its author writes it: a text, or with what else is looked at. */
const regex = z
  .preprocess(
    (value) => (typeof value === "string" ? { match: value } : value),
    z.strictObject({
      match: pattern.describe("A regular expression as RE2 has it: https://github.com/google/re2/wiki/Syntax"),
      comments: z.boolean().default(false).describe("true to look into comments, too"),
      strings: z.boolean().default(false).describe("true to look into strings, too"),
    }),
  )
  .describe("A regular expression over the source, comments and strings left out");

const codeRule = z
  .strictObject({
    pattern: pattern.optional().describe("The code, as a pattern"),
    kind: z
      .enum(codeKinds)
      .optional()
      .describe(`What sort of code it is: ${codeKinds.join(", ")}`),
    regex: regex.optional(),
    guarded: oneOrMany(pattern)
      .optional()
      .describe("A condition that is known to hold on every path to the code; several are alternatives"),
    get all() {
      return z.array(codeRule).min(1).optional().describe("Rules that must all fit");
    },
    get any() {
      return z.array(codeRule).min(1).optional().describe("Rules of which one must fit");
    },
    get not() {
      return codeRule.optional().describe("A rule that must not fit");
    },
    get inside() {
      return codeRule.optional().describe("The code stands inside of something that fits this rule");
    },
    get has() {
      return codeRule.optional().describe("Something inside of the code fits this rule");
    },
    get follows() {
      return codeRule
        .optional()
        .describe("A statement before it, in its block or one around, holds what fits this rule");
    },
    get precedes() {
      return codeRule
        .optional()
        .describe("A statement behind it, in its block or one around, holds what fits this rule");
    },
    get stopBy() {
      return z
        .union([z.literal(["neighbor", "end"]), codeRule])
        .optional()
        .describe(
          "In inside, has, follows and precedes: how far is looked; end, neighbor, or a rule for the last place",
        );
    },
    get skips() {
      return codeRule.optional().describe("Where the code holds, all that fits this rule is passed over silently");
    },
  })
  .describe("A rule says with pattern, kind, regex and relations what code it is about");

const objectRule = z
  .strictObject({
    pattern: pattern.optional().describe("What it was made from: '*.VirtualMachines($...).Get($...)'"),
    type: name.optional().describe("The bare name of its type"),
    regex: regex.optional(),
    get all() {
      return z.array(objectRule).min(1).optional().describe("Rules that must all fit");
    },
    get any() {
      return z.array(objectRule).min(1).optional().describe("Rules of which one must fit");
    },
    get not() {
      return objectRule.optional().describe("A rule that must not fit");
    },
  })
  .describe("What a metavariable stands for: pattern, type or regex");

const example = z
  .strictObject({
    title: text.describe("A sentence about what the example shows"),
    code: text.describe("Functions as they stand in the source"),
    lines: z
      .preprocess((value) => (typeof value === "number" ? [value] : value), z.array(z.int().min(1)))
      .describe("The lines on which the hazard must be seen, counted from 1; [] for none"),
  })
  .describe("An example has a title, code and lines");

export const writtenHazard = z
  .strictObject({
    severity: z
      .enum(severities)
      .default("warning")
      .describe(`How much attention it deserves: ${severities.join(", ")}`),
    message: text.max(200).describe("One sentence that states what is seen"),
    explanation: text.describe("Why it matters, and what can be done"),
    find: codeRule,
    where: z.record(name, objectRule).default({}).describe("What metavariables may stand for, by name"),
    examples: z.array(example).min(1).describe("Code in which the hazard must be seen, and code in which it must not"),
  })
  .describe("A hazard has a message, an explanation, find and examples");

export type WrittenHazard = z.infer<typeof writtenHazard>;
export type WrittenCodeRule = z.infer<typeof codeRule>;
export type WrittenObjectRule = z.infer<typeof objectRule>;
export type WrittenRegex = z.infer<typeof regex>;
