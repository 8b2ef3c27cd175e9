import { describe, expect, it } from "vitest";
import {
  langs,
  matrixFormats,
  renderExplainedFinding,
  renderReplay,
  renderReview,
  reviewFormats,
} from "../../src/report/index.js";
import {
  explainedFindings,
  foundingReplay,
  foundingReview,
  reviewContext,
  smallReplays,
  smallReviews,
} from "./founding-review.js";
import { expectGolden } from "./golden.js";

const endings = { terminal: "txt", markdown: "md", json: "json", sarif: "sarif" } as const;

describe.each(langs)("the review of the founding case in %s", (lang) => {
  const context = { ...reviewContext, lang };

  it.each(reviewFormats)("is told as %s", (format) => {
    expectGolden(`review.${lang}.${endings[format]}`, renderReview(foundingReview, format, context));
  });

  it.each(["terminal", "markdown"] as const)("is short where there is little to tell, as %s", (format) => {
    const texts = smallReviews.map((review) => renderReview(review, format, context));
    expectGolden(`small-reviews.${lang}.${endings[format]}`, texts.join("\n---\n\n"));
  });

  it.each(matrixFormats)("is counted among other merges as %s", (format) => {
    const texts = [foundingReplay, ...smallReplays].map((replay) => renderReplay(replay, format, context));
    expectGolden(`replay.${lang}.${endings[format]}`, texts.join(format === "json" ? "" : "\n---\n\n"));
  });

  it.each(matrixFormats)("is explained finding by finding as %s", (format) => {
    const texts = explainedFindings.map((view) => renderExplainedFinding(view, format, context));
    expectGolden(`explain-finding.${lang}.${endings[format]}`, texts.join(format === "json" ? "" : "\n---\n\n"));
  });

  it("can be read before anything is unfolded, and no commit fills a line", () => {
    const text = renderReview(foundingReview, "markdown", context);
    const [open = ""] = text.split("<details>");
    expect(open.split("\n").filter((line) => line !== "").length).toBeLessThanOrEqual(20);
    expect(text.replace(/\]\([^)]*\)/g, "]")).not.toMatch(/[0-9a-f]{40}/);
  });
});
