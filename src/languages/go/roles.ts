import type { SourceRole } from "../contract.js";

const VENDORED_DIRECTORIES: ReadonlySet<string> = new Set(["vendor", "third_party", "node_modules"]);
/** `testing` as well: beside Go's own, which no repository holds, only helpers for tests have that name. */
const TEST_DIRECTORIES: ReadonlySet<string> = new Set([
  "test",
  "tests",
  "testing",
  "testdata",
  "testutil",
  "testutils",
  "e2e",
]);
const MOCK_DIRECTORIES: ReadonlySet<string> = new Set(["mock", "mocks", "fake", "fakes"]);

const TEST_FILE = /_test\.go$/;
const MOCK_FILE = /^(?:mock|fake)_|_(?:mock|fake)\.go$/;
/** As Kubernetes' generators and protoc name files; large ones need not even be read then. */
const GENERATED_FILE = /^zz_generated\.|_generated\.go$|\.pb(?:\.gw)?\.go$/;

/**
 * The role of a Go file, by the habits of Go projects. What is vendored stays
 * so, tests included; a mock that tests keep to themselves is part of the tests.
 */
export function roleOf(path: string): SourceRole {
  const directories = path.split("/");
  const file = directories.pop() ?? "";
  if (directories.some((directory) => VENDORED_DIRECTORIES.has(directory))) return "vendored";
  if (TEST_FILE.test(file) || directories.some((directory) => TEST_DIRECTORIES.has(directory))) return "test";
  if (MOCK_FILE.test(file) || directories.some((directory) => MOCK_DIRECTORIES.has(directory))) return "mock";
  return GENERATED_FILE.test(file) ? "generated" : "source";
}
