import * as z from "zod";

/** story.yml as written. Every shorthand of the form is here; `understand-story.ts` resolves them. */
const format = { crlf: z.boolean().optional(), bom: z.boolean().optional(), executable: z.boolean().optional() };

const content = z.union(
  [
    z.string(),
    z.strictObject({ source: z.string(), ...format }),
    z.strictObject({ text: z.string(), ...format }),
    z.strictObject({
      repeat: z.string(),
      times: z.int().positive(),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
    z.strictObject({ bytes: z.string().regex(/^([0-9a-f]{2}\s*)*$/i, "must be pairs of hexadecimal digits") }),
    z.strictObject({ symlink: z.string() }),
    z.strictObject({ submodule: z.string().regex(/^[0-9a-f]{40}$/, "must be 40 hexadecimal digits") }),
  ],
  { error: "must be a source path, or one of {source}, {text}, {repeat, times}, {bytes}, {symlink}, {submodule}" },
);

const date = z.iso.datetime({ offset: true, error: "must be a date with its zone, like 2025-10-29T13:09:41+08:00" });

const commit = z.strictObject({
  id: z.string(),
  branch: z.string(),
  /** Left out: the branch's tip. */
  parents: z.array(z.string()).optional(),
  /** Lays another commit's changes, author, date and message on the parent; `author` and `date` then say who picked. */
  pick: z.string().optional(),
  author: z.string(),
  date,
  message: z.string().optional(),
  delete: z.array(z.string()).optional(),
  move: z.record(z.string(), z.string()).optional(),
  put: z.record(z.string(), content).optional(),
  edit: z.array(z.strictObject({ path: z.string(), replace: z.string().min(1), with: z.string() })).optional(),
});

const tag = z.union(
  [z.string(), z.strictObject({ commit: z.string(), author: z.string(), date, message: z.string() })],
  { error: "must be a commit's id, or {commit, author, date, message} for an annotated tag" },
);

const texts = z.record(z.string(), z.string());

const event = z.strictObject({
  commit: z.string(),
  stages: texts.default({}),
  operations: texts.default({}),
  also: texts.default({}),
});

const expectation = z.strictObject({
  rules: z.string().nullable().default(null),
  matrix: z.record(z.string(), texts).default({}),
  triggers: z.record(z.string(), texts).default({}),
  operations: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
  writers: z.record(z.string(), z.array(z.string())).default({}),
  status: texts.default({}),
  differences: z.boolean().nullable().default(null),
  timelines: z.record(z.string(), z.array(event)).default({}),
});

export const writtenStory = z.strictObject({
  title: z.string(),
  head: z.string().default("master"),
  /** short name -> `Name <email>` */
  people: z.record(z.string(), z.string().regex(/^[^<>]*<[^<>]*>$/, "must look like Name <email>")),
  commits: z.array(commit).min(1, "must have a commit"),
  branches: z.record(z.string(), z.string()).default({}),
  tags: z.record(z.string(), tag).default({}),
  pulls: z.record(z.string().regex(/^\d+$/, "must be a number"), z.string()).default({}),
  expect: expectation.prefault({}),
});

export type WrittenStory = z.infer<typeof writtenStory>;
export type WrittenCommit = WrittenStory["commits"][number];
export type WrittenContent = NonNullable<WrittenCommit["put"]>[string];
