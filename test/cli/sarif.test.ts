import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Log } from "sarif";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildStory } from "../../src/stories/index.js";
import { volteface } from "./fake-io.js";

let repo = "";

beforeAll(async () => {
  repo = mkdtempSync(join(tmpdir(), "volteface-sarif-"));
  await buildStory("kube-ovn-migration", repo);
});
afterAll(() => rmSync(repo, { recursive: true, force: true }));

it("volteface review --format sarif tells what a proposal takes back, where, and nothing of this machine", async () => {
  const argv = ["review", "--repo", repo, "--rules", "kube-ovn/live-migration", "--format", "sarif"];
  const { code, out } = await volteface([...argv, "--base", "master", "--head", "fix-migration"]);
  expect(code).toBe(0);
  expect(out).not.toContain(tmpdir());
  const [run] = (JSON.parse(out) as Log).runs;
  expect(run?.tool.driver.rules?.map(({ id }) => id)).toContain("undoes");
  const undo = run?.results?.find(({ ruleId }) => ruleId === "undoes");
  expect(undo?.message.text).toContain("Reset(false) becomes Clean");
  expect(undo?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("pkg/controller/kubevirt.go");
});
