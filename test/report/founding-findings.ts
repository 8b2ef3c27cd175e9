import type { Finding } from "../../src/review/index.js";

const commit = "1f2e3d4c5b6a79880f1e2d3c4b5a69788f9e0d1c";
const on = { behavior: "kube-ovn/live-migration", ref: "master" } as const;

/** One finding that is told, and one that is only counted. */
export const foundingFindings: readonly Finding[] = [
  {
    ...on,
    id: "0123456789ab",
    rule: "stale-migration-state",
    severity: "warning",
    mode: "comment",
    stage: null,
    file: "pkg/controller/kubevirt.go",
    line: 159,
    evidence: [{ commit, file: "pkg/controller/kubevirt.go", line: 159 }],
    facts: {
      rule: "hazard",
      hazard: "stale-migration-state",
      message: "The source and target node may be those of an earlier migration.",
      text: "vmi.Status.MigrationState.SourceNode",
      function: "Controller.handleAddOrUpdateVMIMigration",
    },
  },
  {
    ...on,
    id: "b3aeb34f5ae0",
    rule: "guarded-cleanup",
    severity: "warning",
    mode: "monitor",
    stage: null,
    file: "pkg/ovs/ovn-nb-logical_switch_port.go",
    line: 1051,
    evidence: [{ commit, file: "pkg/ovs/ovn-nb-logical_switch_port.go", line: 1051 }],
    facts: {
      rule: "guarded-cleanup",
      cleaner: "Clean",
      keys: ["activation-strategy"],
      guardedBy: "requested-chassis",
      reachedBy: [],
      condition: 'len(lsp.Options) == 0 || lsp.Options["requested-chassis"] == ""',
    },
  },
];
