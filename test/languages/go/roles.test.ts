import { expect, test } from "vitest";
import { goFrontEnd } from "../../../src/languages/index.js";

test.each([
  ["main.go", "source"],
  ["pkg/controller/kubevirt.go", "source"],
  ["pkg/controller/testable.go", "source"],
  ["pkg/mocking/mock.go", "source"],
  ["pkg/vendors/list.go", "source"],
  ["pkg/controller/regenerated.go", "source"],
  ["pkg/generated/list.go", "source"],
  ["pkg/apis/zz_generated.deepcopy.go", "generated"],
  ["pkg/openapi/openapi_generated.go", "generated"],
  ["api/rpc.pb.go", "generated"],
  ["api/rpc.pb.gw.go", "generated"],
  ["test/api/rpc.pb.go", "test"],
  ["vendor/k8s.io/api/core/v1/zz_generated.deepcopy.go", "vendored"],
  ["pkg/controller/kubevirt_test.go", "test"],
  ["test/e2e/framework/pod.go", "test"],
  ["tests/integration/main.go", "test"],
  ["pkg/util/testing/wrappers.go", "test"],
  ["pkg/util/testdata/broken.go", "test"],
  ["client/pkg/testutil/leak.go", "test"],
  ["pkg/mocks/controller_test.go", "test"],
  ["test/mocks/server.go", "test"],
  ["mocks/pkg/ovs/interface.go", "mock"],
  ["pkg/client/clientset/versioned/fake/clientset.go", "mock"],
  ["pkg/ovs/mock_client.go", "mock"],
  ["pkg/ovs/client_mock.go", "mock"],
  ["pkg/ovs/fake_client.go", "mock"],
  ["vendor/k8s.io/api/core/v1/types.go", "vendored"],
  ["vendor/k8s.io/client-go/fake/clientset_test.go", "vendored"],
  ["third_party/forked/golang/expansion.go", "vendored"],
  ["ui/node_modules/flatted/golang/flatted.go", "vendored"],
])("%s is a %s file", (path, role) => {
  expect(goFrontEnd.roleOf(path)).toBe(role);
});
