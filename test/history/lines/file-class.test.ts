import { expect, test } from "vitest";
import { type FileClass, fileClass } from "../../../src/history/lines/file-class.js";

const paths: Readonly<Record<FileClass, readonly string[]>> = {
  code: ["pkg/ovs/port.go", "src/changes.ts", "web/app.vue", "api/ports.proto", "hack/build.sh"],
  test: ["pkg/ovs/port_test.go", "test/e2e/framework.go", "src/app.spec.ts", "tests/test_ports.py"],
  manifest: ["go.mod", "Makefile", ".github/workflows/build.yaml", "README.md", "charts/ports/values.yaml"],
  schema: ["config/crd/bases/ports.yaml", "charts/ports/templates/crd.yaml"],
  generated: ["api/zz_generated.deepcopy.go", "api/ports.pb.go", "pkg/client/informers/port.go", "mocks/pkg/port.go"],
  "left-out": [
    "vendor/library/library.go",
    "go.sum",
    "web/package-lock.json",
    "CHANGELOG.md",
    "changelogs/v1.2.md",
    "LICENSE",
    "docs/map.svg",
  ],
};

test.each(Object.entries(paths))("%s files are told by their paths", (expected, list) => {
  expect(list.map((path) => [path, fileClass(path)])).toEqual(list.map((path) => [path, expected]));
});
