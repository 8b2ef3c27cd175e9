import * as z from "zod";
import { writtenHazard } from "./written-hazards.js";
import { name, oneOrMany, pattern, text } from "./written-parts.js";

/**
 * A pack as its author writes it. This schema is the one list of the form's
 * fields: the types, the messages about a wrong file and the check that
 * docs/writing-rules.md explains every field all come from it.
 */

export const FORMAT = "volteface/pack@1";

const functionRule = z.preprocess(
  (value) => (typeof value === "string" ? { name: value } : value),
  z.strictObject({
    name: text.describe("The function: Name, Receiver.Name or import/path.Name"),
    receiver: text.optional().describe("The receiver type's bare name"),
    package: text.optional().describe("The import path of the function's package, or the end of its directory"),
  }),
);

const key = z
  .strictObject({
    each: z.boolean().default(false).describe("true when every distinct value found is a key of its own"),
    entry: oneOrMany(pattern).optional().describe("A map's entry: '*.Options[\"requested-chassis\"]'"),
    field: oneOrMany(pattern).optional().describe("A struct's field: '*.Spec.NodeName'"),
    list: oneOrMany(pattern).optional().describe("A list whose elements are keys: '*.Finalizers'"),
    calls: oneOrMany(
      z.strictObject({
        set: pattern.optional().describe("A call that sets the key: 'controllerutil.AddFinalizer($object, $key)'"),
        delete: pattern
          .optional()
          .describe("A call that deletes the key: 'controllerutil.RemoveFinalizer($object, $key)'"),
        package: text.optional().describe("The import path that the call's qualifier must stand for"),
      }),
    )
      .optional()
      .describe("Calls that stand for an effect on the key, each with set or delete"),
  })
  .describe("A key says with entry, field, list or calls where it lives");

const operation = z
  .strictObject({
    role: z.enum(["set", "reset", "clean"]).describe("What kind of operation it is: set, reset or clean"),
    functions: oneOrMany(functionRule).describe("The functions that are this operation, old names included"),
  })
  .describe("An operation has a role and functions");

const trigger = z
  .strictObject({
    stage: text.describe("The stage that is reached, one of the pack's stages"),
    kind: name.describe("What starts the path, in a word of your choice: crd-status, pod-annotation"),
    constant: text
      .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, "constant")
      .optional()
      .describe("Bare name of a constant that something is compared with"),
    present: pattern.optional().describe('A pattern that is there: comma-ok, != "", != nil'),
    holds: pattern.optional().describe("A boolean pattern that is true"),
    fails: pattern.optional().describe("A boolean pattern that is false"),
    function: functionRule.optional().describe("The function in which the call stands"),
    value: text.optional().describe("How the trigger is shown; for a constant also the text it stands for"),
    subject: pattern
      .optional()
      .describe("For a constant: what is compared, so that its value written as text counts, too"),
  })
  .describe("A trigger has a stage, a kind and one condition");

const terminal = z.strictObject({
  stages: oneOrMany(text).describe("The stages at which the lifecycle has ended"),
  holds: oneOrMany(pattern).describe("What is true there: '*.Status.Completed'"),
});

const shared = z.strictObject({
  stages: oneOrMany(text).describe("The stages at which one of several that share the state goes away"),
  owner: oneOrMany(pattern).describe("What code asks about that wants to know whose state it is"),
});

const sources = z.strictObject({
  tests: z.boolean().default(false).describe("Read tests, too"),
  mocks: z.boolean().default(false).describe("Read mocks, too"),
  vendored: z.boolean().default(false).describe("Read vendored copies, too"),
  generated: z.boolean().default(false).describe("Read generated files, too"),
  include: oneOrMany(text).default([]).describe("Globs of the only paths to read"),
  exclude: oneOrMany(text).default([]).describe("Globs of paths to leave out"),
});

const example = z
  .strictObject({
    title: text.describe("A sentence about what the example shows"),
    files: z.record(z.string(), text).describe("A small program: path: source"),
    cells: z
      .record(z.string(), text)
      .default({})
      .describe("What stages must show: Reset(false), Set → Clean, or — for nothing"),
    writers: z.array(text).optional().describe("The functions that must be reported as unnamed writers, exactly these"),
  })
  .describe("An example has a title, files, and cells or writers");

const scenario = z
  .strictObject({
    title: text.describe("A sentence that names the story"),
    steps: z
      .array(text)
      .min(1)
      .describe("What happens, in order: a stage and what values stand for, started src=A target=B"),
    expect: z
      .record(text, oneOrMany(text))
      .describe("What keys must be at the end: a value, absent, or a list of both"),
  })
  .describe("A scenario has a title, steps and expect");

export const writtenPack = z.strictObject({
  format: z.literal(FORMAT).describe(`The version of this form, ${FORMAT}`),
  id: text
    .regex(/^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/, "id")
    .describe("The pack's name: kube-ovn/live-migration"),
  title: text.describe("One line that names the behavior"),
  description: text.describe("What the behavior is and why it matters, for someone who meets it for the first time"),
  language: z.enum(["go"]).default("go").describe("The language of the sources: go"),
  general: z.boolean().default(false).describe("true when the pack fits any repository"),
  keys: z.record(name, key).describe("The pieces of state that are tracked"),
  values: z
    .record(name, oneOrMany(pattern))
    .default({})
    .describe("Readable names for what is written: src: [srcNodeName, sourceNode]"),
  operations: z.record(name, operation).default({}).describe("The named functions with effects on the keys"),
  stages: z.array(name).min(1).describe("The moments of the lifecycle, in their order"),
  triggers: z.array(trigger).min(1).describe("What tells that a call happens at a stage"),
  terminal: terminal.optional().describe("What is true once the lifecycle has ended"),
  shared: shared.optional().describe("Where one of several that share the state goes, and how it is told whose it is"),
  sources: sources.prefault({}).describe("Which files are read"),
  hazards: z.record(name, writtenHazard).default({}).describe("Code that deserves a look wherever it stands"),
  examples: z.array(example).default([]).describe("Small programs with what the pack must see in them"),
  scenarios: z.array(scenario).default([]).describe("Stories that volteface scenario plays on each ref"),
});

export type WrittenPack = z.infer<typeof writtenPack>;
export type WrittenKey = WrittenPack["keys"][string];
export type WrittenTrigger = WrittenPack["triggers"][number];
export type WrittenScenario = WrittenPack["scenarios"][number];
export type WrittenFunction = NonNullable<WrittenTrigger["function"]>;
