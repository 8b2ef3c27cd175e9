import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { review } from "../src/analyze/index.js";
import { renderReview } from "../src/report/index.js";
import { buildStory } from "../src/stories/index.js";
import { reviewContext } from "./report/founding-review.js";

it("the review in the README is how the review of #5873 begins", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const [, , shown = ""] = readme.split("```text\n").map((part) => part.split("\n```")[0]);
  const directory = mkdtempSync(join(tmpdir(), "volteface-readme-"));
  try {
    await buildStory("kube-ovn-migration", directory);
    const asked = { number: null, against: [], rules: [], all: false, text: null, dispositions: [] };
    const sides = { base: "8d8383d038", head: "c9ab1df519" };
    const { review: found } = await review(
      { directory, ...sides, ...asked, pullRequests: null, cache: false },
      () => {},
    );
    expect(renderReview(found, "terminal", { ...reviewContext, webUrl: null }).slice(0, shown.length)).toBe(shown);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
