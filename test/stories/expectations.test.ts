import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MatrixAnswer, matrix } from "../../src/analyze/index.js";
import { callsText, effectsText } from "../../src/behavior/index.js";
import { buildStory, readStory, storyNames } from "../../src/stories/index.js";

/** What each story says that the tool must say, held against what it does say. */
let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "volteface-stories-"));
});
afterAll(() => rm(scratch, { recursive: true }));

const stories = await Promise.all((await storyNames()).map(readStory));

describe.each(stories.map((story) => [story.name, story.expect] as const))("%s", (name, expected) => {
  let answer: MatrixAnswer["matrix"];
  beforeAll(async () => {
    const { directory } = await buildStory(name, join(scratch, name));
    const request = { evidence: false, align: null, cache: false };
    const rules = expected.rules === null ? [] : [expected.rules];
    const answers = await matrix({ ...request, directory, rules, refs: Object.keys(expected.matrix) }, () => {});
    expect(answers).toHaveLength(1);
    answer = (answers[0] as MatrixAnswer).matrix;
  });

  function callsAt(ref: string, stage: string) {
    return answer.cells.find((cell) => cell.ref === ref && cell.stage === stage)?.calls ?? [];
  }

  test("its cells", () => {
    const seen = mapStages(expected.matrix, (ref, stage) => callsText(callsAt(ref, stage)));
    expect(seen).toEqual(expected.matrix);
  });

  test("its triggers", () => {
    const seen = mapStages(expected.triggers, (ref, stage) => {
      const trigger = callsAt(ref, stage)[0]?.trigger;
      return `${trigger?.kind}=${trigger?.value}`;
    });
    expect(seen).toEqual(expected.triggers);
  });

  test("what its operations do", () => {
    const seen = mapStages(expected.operations, (ref, asked) => {
      const [operation, value = ""] = asked.replace(")", "").split("(");
      const cases = answer.operations.find((one) => one.ref === ref && one.operation === operation)?.cases ?? [];
      const effects = cases.find((one) => Object.values(one.when).join() === value)?.effects ?? [];
      return effects.map((effect) => effectsText([effect]));
    });
    expect(seen).toEqual(expected.operations);
  });

  test("its other writers", () => {
    const writers = Object.keys(expected.writers).map((ref) => [
      ref,
      answer.writers.filter((writer) => writer.ref === ref).map((writer) => writer.function),
    ]);
    expect(Object.fromEntries(writers)).toEqual(expected.writers);
  });

  test("whether its refs could be read, and whether they differ", () => {
    const seen = answer.refs.filter(({ ref }) => ref in expected.status).map(({ ref, status }) => [ref, status]);
    expect(Object.fromEntries(seen)).toEqual(expected.status);
    if (expected.differences !== null) expect(answer.differences.length > 0).toBe(expected.differences);
  });
});

/** The same ref and stage, with what was seen instead of what was expected. */
function mapStages<T>(
  expected: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  see: (ref: string, stage: string) => T,
): Record<string, Record<string, T>> {
  return Object.fromEntries(
    Object.entries(expected).map(([ref, stages]) => [
      ref,
      Object.fromEntries(Object.keys(stages).map((stage) => [stage, see(ref, stage)])),
    ]),
  );
}
