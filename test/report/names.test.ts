import { describe, expect, it } from "vitest";
import { firstOf, nameRefs } from "../../src/report/names.js";
import { foundingCase } from "./founding-case.js";

const all = Array.from({ length: 20 }, (_, index) => `v${index}`);
const matrix = { ...foundingCase, refs: all.map((ref) => ({ ref, commit: "", status: "ok" as const, problems: [] })) };

describe("naming refs", () => {
  it("names a few one by one", () => {
    expect(nameRefs(matrix, ["v1", "v2", "v3"])).toEqual({ shown: ["v1", "v2", "v3"], more: 0 });
  });

  it("draws many together where they follow each other", () => {
    const refs = all.filter((ref) => ref !== "v4" && ref !== "v7");
    expect(nameRefs(matrix, refs)).toEqual({ shown: ["v0 … v3", "v5", "v6", "v8 … v19"], more: 0 });
  });

  it("counts those it does not name", () => {
    const even = all.filter((_, index) => index % 2 === 0);
    expect(nameRefs(matrix, even)).toEqual({ shown: ["v0", "v2", "v4", "v6", "v8"], more: 5 });
    expect(firstOf(all, 3)).toEqual({ shown: ["v0", "v1"], more: 18 });
  });
});
