import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("the report in the README is what the demo prints, but for the parts it cuts", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const shown = /```text\n([\s\S]*?)\n```/.exec(readme)?.[1] ?? "";
  const cli = new URL("../src/cli/main.ts", import.meta.url).pathname;
  const tsx = new URL("../node_modules/.bin/tsx", import.meta.url).pathname;
  const printed = execFileSync(tsx, [cli, "demo"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const parts = shown.split("\n […]\n").map((part) => part.trim());
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts.filter((each) => each !== "" && each !== "[…]")) {
    const lines = part.replace(/\n?\s*\[…\]\s*$/, "").split("\n");
    for (const line of lines) expect(printed.split("\n")).toContain(line);
  }
});
