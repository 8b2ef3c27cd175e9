import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { scenario } from "../../src/analyze/index.js";
import type { Scenarios } from "../../src/behavior/index.js";
import { langs, matrixFormats, renderScenarios } from "../../src/report/index.js";
import { buildStory } from "../../src/stories/index.js";
import { expectGolden } from "./golden.js";

const endings = { terminal: "txt", markdown: "md", json: "json" } as const;
const context = { lang: "en", width: 80, color: false, packTitle: "Live migration of virtual machines" } as const;

let repository = "";
let founding: Scenarios;

beforeAll(async () => {
  repository = mkdtempSync(join(tmpdir(), "volteface-scenario-"));
  await buildStory("kube-ovn-migration", repository);
  founding = await played(["master", "release-1.12-mc", "release-1.13", "release-1.14", "fix-migration"]);
});
afterAll(() => rmSync(repository, { recursive: true, force: true }));

async function played(refs: readonly string[]): Promise<Scenarios> {
  const request = { directory: repository, refs, rules: ["kube-ovn/live-migration"], cache: false };
  const [answer] = await scenario(request, () => {});
  if (answer === undefined) throw new Error("one pack has one answer");
  return answer.scenarios;
}

describe.each(langs)("the scenarios of the founding case in %s", (lang) => {
  it.each(matrixFormats)("are told as %s", (format) => {
    expectGolden(`scenario.${lang}.${endings[format]}`, renderScenarios(founding, format, { ...context, lang }));
  });
});
