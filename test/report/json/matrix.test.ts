import { describe, expect, it } from "vitest";
import { renderMatrix } from "../../../src/report/index.js";
import { foundingCase } from "../founding-case.js";
import { hostileContext, hostileMatrix, hostileStrings } from "../hostile.js";

const { evidence, align, ...bare } = hostileContext("plain");

describe("a JSON report", () => {
  it("is one line with the contract's keys in the contract's order", () => {
    const text = renderMatrix(foundingCase, "json", bare);
    expect(text.trimEnd()).not.toContain("\n");
    expect(text.endsWith("}\n")).toBe(true);
    const answer = JSON.parse(text) as Record<string, Record<string, unknown>[]>;
    expect(Object.keys(answer)).toEqual([
      "format",
      "behavior",
      "refs",
      "stages",
      "operations",
      "cells",
      "writers",
      "unplaced",
      "differences",
    ]);
    expect(Object.keys(answer.operations?.[0] ?? {})).toEqual([
      "ref",
      "operation",
      "function",
      "file",
      "line",
      "verdict",
      "cases",
      "guards",
    ]);
  });

  it("does not depend on the order in which the answer was built", () => {
    const reversed = Object.fromEntries(Object.entries(foundingCase).reverse()) as unknown as typeof foundingCase;
    expect(renderMatrix(reversed, "json", bare)).toBe(renderMatrix(foundingCase, "json", bare));
  });

  it("adds evidence and alignment after the contract's keys when they were asked for", () => {
    const answer = JSON.parse(renderMatrix(foundingCase, "json", { ...bare, evidence, align })) as object;
    expect(Object.keys(answer).slice(-3)).toEqual(["differences", "evidence", "alignment"]);
  });

  it.each(hostileStrings)("gives %j back as it was, and holds no character that would act", (text) => {
    const rendered = renderMatrix(hostileMatrix(text), "json", hostileContext(text));
    expect(rendered).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
    expect(JSON.parse(rendered)).toMatchObject(JSON.parse(JSON.stringify(hostileMatrix(text))) as object);
  });
});
