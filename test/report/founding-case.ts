import type {
  CallView,
  CellView,
  Difference,
  Effect,
  Evidence,
  Matrix,
  OperationView,
  RefView,
  Trigger,
} from "../../src/behavior/index.js";
import type { Alignment } from "../../src/report/index.js";

/** The founding case, written by hand: what three branches of kube-ovn do with a port's options in a live migration. */

const stages = ["started", "succeeded", "failed", "pod-deleted"];
const portFile = "pkg/ovs/ovn-nb-logical_switch_port.go";

const refs: RefView[] = [
  { ref: "release-1.12-mc", commit: "1a".repeat(20), status: "ok", problems: [] },
  { ref: "release-1.13", commit: "2b".repeat(20), status: "ok", problems: [] },
  { ref: "master", commit: "3c".repeat(20), status: "ok", problems: [] },
];

const setChassis = (value: string, line: number): Effect => ({ action: "set", key: "requested-chassis", value, line });
const dropChassis = (line: number): Effect => ({ action: "delete", key: "requested-chassis", line });
const dropStrategy = (line: number): Effect => ({ action: "delete", key: "activation-strategy", line });
const setStrategy = (line: number): Effect => ({ action: "set", key: "activation-strategy", value: "rarp", line });

const effects = {
  Set: [setChassis("src,target", 980), setStrategy(981)],
  "Reset(false)": [setChassis("target", 1040), dropStrategy(1045)],
  "Reset(true)": [setChassis("src", 1042), dropStrategy(1045)],
  "Clean one": [dropChassis(1072)],
  "Clean both": [dropChassis(1072), dropStrategy(1073)],
} satisfies Record<string, Effect[]>;

const annotation = (value: string): Trigger => ({
  kind: "pod-annotation",
  value,
  expression: `pod.Annotations[util.MigrationPhaseAnnotation] == util.MigrationPhase${value}`,
});
const status = (value: string): Trigger => ({
  kind: "crd-status",
  value,
  expression: `vmiMigration.Status.Phase == kubevirtv1.Migration${value}`,
});
const deletion: Trigger = { kind: "pod-deletion", value: "deleted", expression: "handleDeletePod" };

function call(fields: Partial<CallView> & Pick<CallView, "operation" | "effects">): CallView {
  return {
    arguments: {},
    file: "pkg/controller/pod.go",
    line: 1,
    function: "migrateVM",
    trigger: null,
    guards: [],
    loop: null,
    confidence: "exact",
    when: "now",
    via: [],
    ...fields,
  };
}

const viaAnnotation = {
  confidence: "derived",
  via: [{ file: "pkg/controller/pod.go", line: 655, function: "reconcileAllocateSubnets" }],
} as const;
const inHandler = {
  file: "pkg/controller/kubevirt.go",
  function: "handleAddOrUpdateVMIMigration",
  loop: "for _, portName := range portNames",
};

function cells(ref: string, calls: Readonly<Record<string, CallView[]>>): CellView[] {
  return stages.map((stage) => {
    const made = calls[stage] ?? [];
    const net: Record<string, string> = { "requested-chassis": "unchanged", "activation-strategy": "unchanged" };
    for (const effect of made.flatMap((each) => each.effects)) {
      net[effect.key] = effect.action === "set" ? `set:${effect.value}` : "delete";
    }
    return { ref, stage, calls: made, net };
  });
}

function annotationFlow(ref: string, clean: Effect[]): CellView[] {
  return cells(ref, {
    started: [
      call({ operation: "Set", effects: effects.Set, line: 2312, trigger: annotation("started"), ...viaAnnotation }),
    ],
    succeeded: [
      call({
        operation: "Reset",
        arguments: { migratedFail: false },
        effects: effects["Reset(false)"],
        line: 2327,
        trigger: annotation("succeeded"),
        ...viaAnnotation,
      }),
    ],
    failed: [
      call({
        operation: "Reset",
        arguments: { migratedFail: true },
        effects: effects["Reset(true)"],
        line: 2327,
        trigger: annotation("failed"),
        ...viaAnnotation,
      }),
    ],
    "pod-deleted": [
      call({
        operation: "Clean",
        effects: clean,
        line: 1020,
        function: "handleDeletePod",
        trigger: deletion,
        confidence: "configured",
      }),
    ],
  });
}

const statusFlow: CellView[] = cells("master", {
  started: [call({ operation: "Set", effects: effects.Set, line: 198, trigger: status("Scheduling"), ...inHandler })],
  succeeded: [
    call({
      operation: "Reset",
      arguments: { migratedFail: false },
      effects: effects["Reset(false)"],
      line: 220,
      trigger: status("Succeeded"),
      ...inHandler,
    }),
  ],
  failed: [
    call({
      operation: "Reset",
      arguments: { migratedFail: true },
      effects: effects["Reset(true)"],
      line: 231,
      trigger: status("Failed"),
      ...inHandler,
    }),
  ],
  "pod-deleted": [
    call({
      operation: "Clean",
      effects: effects["Clean both"],
      line: 1153,
      function: "handleDeletePod",
      trigger: deletion,
      confidence: "configured",
    }),
  ],
});

function operations(ref: string, clean: Effect[], verdicts: readonly OperationView["verdict"][]): OperationView[] {
  const [set = "identical", reset = "identical", cleaned = "identical"] = verdicts;
  const absent = { line: 1030, condition: 'lsp.Options["requested-chassis"] is absent', exit: "return nil" };
  return [
    {
      ref,
      operation: "Set",
      function: "SetLogicalSwitchPortMigrateOptions",
      file: portFile,
      line: 970,
      verdict: set,
      cases: [{ when: {}, effects: effects.Set }],
      guards: [],
    },
    {
      ref,
      operation: "Reset",
      function: "ResetLogicalSwitchPortMigrateOptions",
      file: portFile,
      line: 1018,
      verdict: reset,
      cases: [
        { when: { migratedFail: false }, effects: effects["Reset(false)"] },
        { when: { migratedFail: true }, effects: effects["Reset(true)"] },
      ],
      guards: [absent],
    },
    {
      ref,
      operation: "Clean",
      function: "CleanLogicalSwitchPortMigrateOptions",
      file: portFile,
      line: 1058,
      verdict: cleaned,
      cases: [{ when: {}, effects: clean }],
      guards: [absent],
    },
  ];
}

const CALLS = {
  started: { operation: "Set", call: "Set" },
  succeeded: { operation: "Reset", call: "Reset(false)" },
  failed: { operation: "Reset", call: "Reset(true)" },
};

const statusTriggers: Difference[] = (
  [
    ["started", "pod-annotation started", "crd-status Scheduling"],
    ["succeeded", "pod-annotation succeeded", "crd-status Succeeded"],
    ["failed", "pod-annotation failed", "crd-status Failed"],
  ] as const
).map(([stage, before, after]) => ({
  stage,
  operation: CALLS[stage].operation,
  call: CALLS[stage].call,
  refs: ["master"],
  kind: "trigger",
  summary: `${stage}: master is triggered by ${after}, release-1.12-mc by ${before}`,
  before,
  after,
}));

/** release-1.13 behaves as release-1.12-mc; master moved the trigger and cleans both keys. */
export const foundingCase: Matrix = {
  format: "volteface/matrix@1",
  behavior: "kube-ovn/live-migration",
  refs,
  stages,
  operations: [
    ...operations("release-1.12-mc", effects["Clean one"], ["baseline", "baseline", "baseline"]),
    ...operations("release-1.13", effects["Clean one"], ["identical", "identical", "identical"]),
    ...operations("master", effects["Clean both"], ["identical", "equivalent", "differs"]),
  ],
  cells: [
    ...annotationFlow("release-1.12-mc", effects["Clean one"]),
    ...annotationFlow("release-1.13", effects["Clean one"]),
    ...statusFlow,
  ],
  writers: refs.map(({ ref }) => ({
    ref,
    function: "SetLogicalSwitchPortOptions",
    file: portFile,
    line: 455,
    effects: [dropChassis(460), dropStrategy(461)],
    calledFrom: [{ file: "pkg/controller/vpc_nat_gateway.go", line: 88, function: "handleAddOrUpdateVpcNatGw" }],
  })),
  unplaced: [],
  differences: [
    ...statusTriggers,
    {
      stage: "pod-deleted",
      operation: "Clean",
      call: "Clean",
      refs: ["master"],
      kind: "effects",
      summary: "pod-deleted, Clean: master does more",
      before: "-requested-chassis",
      after: "-requested-chassis, -activation-strategy",
    },
  ],
};

/** The same beside a branch that is older than the behavior. */
export const foundingWithOlder: Matrix = {
  ...foundingCase,
  refs: [...foundingCase.refs, { ref: "release-0.9", commit: "9".repeat(40), status: "ok", problems: [] }],
  cells: [...foundingCase.cells, ...cells("release-0.9", {})],
  differences: [
    ...foundingCase.differences,
    ...stages.map(
      (stage): Difference => ({
        stage,
        operation: null,
        call: null,
        refs: ["release-0.9"],
        kind: "calls",
        summary: `${stage}: release-0.9 calls nothing`,
        before: "Set",
        after: "—",
      }),
    ),
  ],
};

/** What `--evidence` adds to the last difference. */
export const foundingEvidence: Evidence[] = foundingCase.differences.slice(-1).map((difference) => ({
  difference,
  left: {
    ref: "release-1.12-mc",
    commit: "1a".repeat(20),
    file: portFile,
    startLine: 1058,
    lines: [
      "func (c *OVNNbClient) CleanLogicalSwitchPortMigrateOptions(lspName string) error {",
      "\tlsp, err := c.GetLogicalSwitchPort(lspName, true)",
      "\t// …",
      '\tdelete(lsp.Options, "requested-chassis")',
      "\tif err := c.UpdateLogicalSwitchPort(lsp, &lsp.Options); err != nil {",
      '\t\treturn fmt.Errorf("清理端口 %s 的迁移选项: %w", lspName, err)',
      "\t}",
      "\treturn nil",
      "}",
    ],
  },
  right: {
    ref: "master",
    commit: "3c".repeat(20),
    file: portFile,
    startLine: 1061,
    lines: [
      "func (c *OVNNbClient) CleanLogicalSwitchPortMigrateOptions(lspName string) error {",
      "\tlsp, err := c.GetLogicalSwitchPort(lspName, true)",
      "\t// …",
      '\tdelete(lsp.Options, "requested-chassis")',
      '\tdelete(lsp.Options, "activation-strategy")',
      "\tif err = c.UpdateLogicalSwitchPort(lsp, &lsp.Options); err != nil {",
      '\t\treturn fmt.Errorf("清理端口 %s 的迁移选项: %w", lspName, err)',
      "\t}",
      "\treturn nil",
      "}",
    ],
  },
}));

/** What `--align release-1.12-mc=master` adds. */
export const foundingAlignment: Alignment = {
  from: "release-1.12-mc",
  to: "master",
  steps: [
    {
      stage: "succeeded",
      operation: null,
      from: "Reset(false)",
      to: "Reset(false)",
      steps: [
        {
          code: "change-trigger",
          call: "Reset(false)",
          from: "pod-annotation succeeded",
          to: "crd-status Succeeded",
          at: { file: "pkg/controller/pod.go", line: 2327, function: "migrateVM" },
        },
      ],
    },
    {
      stage: null,
      operation: "Clean",
      from: "-requested-chassis",
      to: "-requested-chassis, -activation-strategy",
      steps: [
        {
          code: "add-effect",
          operation: "Clean",
          effect: "-activation-strategy",
          at: { file: portFile, line: 1072, function: "CleanLogicalSwitchPortMigrateOptions" },
        },
      ],
    },
  ],
};
