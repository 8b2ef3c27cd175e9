import { afterAll, expect, it, vi } from "vitest";
import { analyse } from "../../../src/github/analyse.js";
import { unableCheck } from "../../../src/github/jobs/failed-check.js";
import { messagesIn } from "../../../src/report/index.js";
import { InvalidFile } from "../../../src/rules/index.js";
import { Scratch } from "../../git/tiny-repository.js";

const scratch = new Scratch();
afterAll(() => {
  scratch[Symbol.dispose]();
  vi.unstubAllEnvs();
});

it("the check of a change to a repository with broken settings lists what is wrong, in the reader's language", async () => {
  const repository = scratch.repository("broken");
  // The other process runs from the sources, too.
  vi.stubEnv("NODE_OPTIONS", "--import tsx");
  const base = repository.commit("settings", { ".github/volteface.yml": "coment: on\nlanguage: fr\n" });
  const request = { directory: repository.directory, webUrl: "https://github.com/a/b", base, head: base, number: null };
  const failure = await analyse(
    { ...request, draft: false, text: null, dispositions: [], commands: [] },
    new AbortController().signal,
  ).catch((error: unknown) => error);
  if (!(failure instanceof InvalidFile)) throw failure;
  const places = `${base}:.github/volteface.yml`;
  expect(unableCheck(failure, messagesIn("en")).summary.split("\n").slice(1)).toEqual([
    "",
    `- \`${places}:1:1\`: unknown field "\`coment\`". Did you mean "\`comment\`"?`,
    `- \`${places}:2:11\`: "\`language\`" cannot be \`fr\`. It is one of: \`en\`, \`zh-CN\`.`,
  ]);
  expect(unableCheck(failure, messagesIn("zh-CN")).summary).toContain("：未知字段“`coment`”。是不是想写“`comment`”？");
});
