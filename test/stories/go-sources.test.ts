import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import { buildStory, storyNames } from "../../src/stories/index.js";

/** The stories' programs are Go, as somebody else's parser sees it: a slip of an edit would make a story tell nothing. */
const broken: Record<string, string[]> = {
  "syntax-errors": [
    "pkg/controller/icon.go",
    "pkg/controller/idea.go",
    "pkg/controller/kubevirt.go",
    "pkg/controller/kubevirt.go",
  ],
};

let scratch: string;
let parser: Parser;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "volteface-stories-"));
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve("tree-sitter-go/tree-sitter-go.wasm");
  parser = new Parser().setLanguage(await Language.load(grammar));
});
afterAll(() => rm(scratch, { recursive: true }));

test.each(await storyNames())("every Go file of %s parses, but for those that must not", async (story) => {
  const { directory, commits } = await buildStory(story, join(scratch, story));
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: directory, encoding: "utf8", maxBuffer: 2 ** 26 });
  const paths = new Map<string, string>();
  for (const commit of Object.values(commits)) {
    for (const entry of git("ls-tree", "-r", "-z", commit).split("\0")) {
      const [, blob, path] = /^100\d+ blob (\w+)\t(.*\.go)$/s.exec(entry) ?? [];
      if (blob !== undefined && path !== undefined) paths.set(blob, path);
    }
  }
  expect(paths.size).toBeGreaterThan(1);
  const wrong = [...paths]
    .filter(([blob]) => Number(git("cat-file", "-s", blob)) < 2 ** 20)
    .filter(([blob]) => {
      const tree = parser.parse(git("cat-file", "blob", blob).replace(/^\uFEFF/, ""));
      return tree?.rootNode.hasError !== false;
    });
  expect(wrong.map(([, path]) => path).sort()).toEqual(broken[story] ?? []);
});
