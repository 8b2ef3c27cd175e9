import type {
  BackportChange,
  BackportMark,
  Backports,
  EventChange,
  Relation,
  Timeline,
  TimelineEvent,
  Undoes,
  Undone,
} from "../../src/history/index.js";

/** How the founding case came about, written by hand. */

const commits = {
  3767: "a1".repeat(20),
  4773: "b2".repeat(20),
  5833: "c3".repeat(20),
  5873: "d4".repeat(20),
  6066: "e5".repeat(20),
  6241: "f6".repeat(20),
  6239: "07".repeat(20),
  6242: "18".repeat(20),
  6243: "29".repeat(20),
} as const;

function change(
  stage: string | null,
  operation: string | null,
  kind: EventChange["kind"],
  before: string,
  after: string,
): EventChange {
  return { stage, operation, kind, before, after, summary: `${stage}: ${before} becomes ${after}.` };
}

function relation(kind: Relation["kind"], pullRequest: keyof typeof commits, fields: Partial<Relation> = {}): Relation {
  return {
    kind,
    commit: commits[pullRequest],
    pullRequest,
    extent: "partial",
    stages: [],
    operations: [],
    declared: false,
    ...fields,
  };
}

function event(pullRequest: keyof typeof commits, fields: Partial<TimelineEvent>): TimelineEvent {
  return {
    commit: commits[pullRequest],
    pullRequest,
    alsoNumbered: [],
    date: "2025-01-01T00:00:00Z",
    author: "changluyi",
    subject: `change (#${pullRequest})`,
    state: "merged",
    changes: [],
    relations: [],
    labels: [],
    closes: [],
    on: {},
    ...fields,
  };
}

const onSince114 = (commit: string) => ({ "release-1.14": commit, "release-1.15": commit, "release-1.16": commit });

const annotations =
  'isVMPod && c.config.EnableKeepVMIP; _, ok := pod.Annotations[util.MigrationJobAnnotation]; !ok; srcNode, ok := pod.Annotations[util.MigrationSourceNodeAnnotation]; !ok || srcNode == ""';
const migrationState = "vmiMigration.Status.MigrationState == nil; vmi.Status.MigrationState == nil";
const ofThisMigration =
  "!(vmi.Status.MigrationState != nil && vmi.Status.MigrationState.MigrationUID == vmiMigration.UID)";
const isOver =
  " && (vmiMigration.Status.Phase == kubevirtv1.MigrationSucceeded || vmiMigration.Status.Phase == kubevirtv1.MigrationFailed)";

const bothStages = (before: readonly [string, string], after: readonly [string, string]): EventChange[] => [
  change("succeeded", null, "calls", before[0], after[0]),
  change("failed", null, "calls", before[1], after[1]),
];
const over = ["succeeded", "failed"];

const events: TimelineEvent[] = [
  event(3767, {
    date: "2024-03-05T08:05:51Z",
    author: "bobz965",
    subject: "VM live migrate (#3767)",
    changes: [
      change("started", null, "calls", "—", "Set"),
      ...bothStages(["—", "—"], ["Reset(false)", "Reset(true)"]),
      change("pod-deleted", null, "calls", "—", "Clean"),
    ],
    on: { "release-1.12-mc": "3c".repeat(20), ...onSince114(commits[3767]) },
  }),
  event(4773, {
    date: "2024-11-30T03:09:33Z",
    subject: "add kubevirt live migration optimize (#4773)",
    changes: [
      change("started", "Set", "trigger", "pod-annotation started", "crd-status Running"),
      change("started", "Set", "guards", annotations, migrationState),
      change("succeeded", "Reset", "guards", annotations, migrationState),
      change("failed", "Reset", "guards", annotations, migrationState),
    ],
    relations: [relation("moves", 3767, { stages: ["started"], operations: ["Set"] })],
    on: onSince114(commits[4773]),
  }),
  event(5833, {
    date: "2025-10-29T05:09:41Z",
    subject: "clean migrate state when migrate is done (#5833)",
    changes: [
      ...bothStages(["Reset(false)", "Reset(true)"], ["Clean", "Clean"]),
      change("pod-deleted", "Clean", "effects", "-requested-chassis", "-requested-chassis, -activation-strategy"),
    ],
    on: { ...onSince114(commits[5833]), "release-1.14": "4d".repeat(20) },
  }),
  event(5873, {
    date: "2025-11-07T08:31:14Z",
    subject: "fix migrate failed (#5870) (#5873)",
    alsoNumbered: [5870],
    changes: [
      change("started", "Set", "trigger", "crd-status Running", "pod-label kubevirt.io/migrationJobUID"),
      ...bothStages(["Clean", "Clean"], ["Reset(false)", "Reset(true)"]),
    ],
    relations: [
      relation("undoes", 5833, { stages: over }),
      relation("restores", 3767, { stages: over }),
      relation("moves", 4773, { stages: ["started"], operations: ["Set"] }),
    ],
    on: { ...onSince114(commits[5873]), "release-1.14": "5e".repeat(20) },
  }),
  event(6239, {
    date: "2026-02-02T07:19:36Z",
    author: "jskrill",
    subject: 'Revert "add kubevirt live migration optimize" (#6239)',
    changes: [
      change("succeeded", "Reset", "guards", "vmiMigration.Status.MigrationState.Completed", ofThisMigration + isOver),
      change("failed", "Reset", "guards", "vmiMigration.Status.MigrationState.Completed", ofThisMigration + isOver),
    ],
    relations: [
      relation("undoes", 4773, { extent: "full", stages: over, operations: ["Reset"], declared: true }),
      relation("undoes", 6066, { declared: true }),
    ],
    on: { ...onSince114(commits[6239]), "release-1.14": "6f".repeat(20) },
  }),
  {
    ...event(6241, {
      date: "2026-02-03T00:00:00Z",
      author: "jskrill",
      subject: "再次清理迁移选项",
      changes: [change(null, "Clean", "effects", "—", "-requested-chassis")],
      relations: [relation("relands", 5833, { extent: "full", operations: ["Clean"] }), relation("picks", 6066)],
    }),
    pullRequest: null,
  },
  event(6242, {
    date: "2026-02-03T01:00:00Z",
    author: "zbb88888",
    subject: "fix: clean the migrate options once a migration is over",
    state: "open",
    changes: bothStages(["Reset(false)", "Reset(true)"], ["Clean", "Clean"]),
    relations: [relation("undoes", 5873, { stages: over }), relation("restores", 5833, { stages: over })],
    labels: ["bug", "kubevirt"],
    closes: [6220],
  }),
  event(6243, {
    date: "2026-02-04T01:00:00Z",
    author: "Kirill Ilin",
    subject: "set before cleaning",
    state: "closed",
    changes: [
      ...bothStages(["Reset(false)", "Reset(true)"], ["Set → Clean", "Set → Clean"]),
      change("succeeded", "Reset", "guards", ofThisMigration + isOver, `${ofThisMigration} && (${isOver} || a == b)`),
    ],
  }),
];

const step = (value: string, pullRequest: keyof typeof commits, state: TimelineEvent["state"] = "merged") => ({
  value,
  commit: commits[pullRequest],
  pullRequest,
  state,
});

/** master, with two proposals. */
export const foundingTimeline: Timeline = {
  format: "volteface/timeline@1",
  behavior: "kube-ovn/live-migration",
  ref: "master",
  events,
  chains: [
    { stage: "started", steps: [step("Set", 3767)] },
    ...(["false", "true"] as const).map((failed, index) => ({
      stage: over[index] ?? "",
      steps: [
        step(`Reset(${failed})`, 3767),
        step("Clean", 5833),
        step(`Reset(${failed})`, 5873),
        step("Clean", 6242, "open" as const),
        step("Set → Clean", 6243, "closed" as const),
      ],
    })),
    { stage: "pod-deleted", steps: [{ value: "Clean", commit: "", pullRequest: null, state: "merged" }] },
  ],
  reach: {
    mode: "seeded",
    commits: 4791,
    shallowAt: "7a".repeat(20),
    problems: [`object ${"8b".repeat(20)} is missing`, `object ${"9c".repeat(20)} is too large to read`],
  },
};

/** Nothing ever changed. */
export const quietTimeline: Timeline = {
  ...foundingTimeline,
  events: [],
  chains: [],
  reach: { mode: "deep", commits: 1, shallowAt: null, problems: [] },
};

const here = (commit: string | null, ...witnesses: BackportMark["witnesses"]): BackportMark => ({
  status: "present",
  commit,
  witnesses,
});
const mark = (status: BackportMark["status"], commit: string | null = null): BackportMark => ({
  status,
  commit,
  witnesses: [],
});

function backport(
  pullRequest: keyof typeof commits,
  subject: string,
  on: readonly [mc: BackportMark, v113: BackportMark, v114: BackportMark, v116: BackportMark],
  superseded = false,
): BackportChange {
  const names = ["release-1.12-mc", "release-1.13", "release-1.14", "release-1.16"];
  return {
    commit: commits[pullRequest],
    pullRequest,
    subject: `${subject} (#${pullRequest})`,
    superseded,
    on: Object.fromEntries([
      ["release-0.9", mark("not-applicable")],
      ["release-1.0", mark("not-applicable")],
      ...names.map((name, index) => [name, on[index] ?? mark("missing")]),
    ]),
  };
}

const never = mark("not-applicable");
const inherited = (pullRequest: keyof typeof commits) => here(commits[pullRequest], "behavior", "ancestor");

export const foundingBackports: Backports = {
  format: "volteface/backports@1",
  behavior: "kube-ovn/live-migration",
  from: "master",
  refs: ["release-0.9", "release-1.0", "release-1.12-mc", "release-1.13", "release-1.14", "release-1.16"],
  changes: [
    backport(3767, "VM live migrate", [
      here("3c".repeat(20), "behavior", "number"),
      inherited(3767),
      inherited(3767),
      inherited(3767),
    ]),
    backport(4773, "add kubevirt live migration optimize", [
      mark("missing"),
      here("b7".repeat(20), "behavior", "trailer"),
      inherited(4773),
      inherited(4773),
    ]),
    backport(5833, "clean migrate state when migrate is done", [
      mark("missing"),
      mark("reverted", "b8".repeat(20)),
      here("4d".repeat(20), "behavior", "number"),
      inherited(5833),
    ]),
    backport(5873, "fix migrate failed", [never, here(null, "behavior"), inherited(5873), inherited(5873)]),
    backport(
      6066,
      "fix occasional migration failures",
      [never, mark("missing"), mark("missing"), inherited(6066)],
      true,
    ),
    backport(6241, "Set Kubevirt live-migrations multi-chassis options for all VM nics", [
      never,
      mark("partial"),
      mark("missing"),
      inherited(6241),
    ]),
    backport(6239, "fix: Ensure Kubevirt optimizations do not use old migration state", [
      never,
      mark("missing"),
      here("6f".repeat(20), "behavior", "similarity"),
      inherited(6239),
    ]),
  ],
};

const undone: Undone = {
  commit: commits[5833],
  pullRequest: 5833,
  subject: "clean migrate state when migrate is done (#5833)",
  coverage: 0.67,
  confidence: "high",
  kind: "brings-back",
  declared: false,
  by: "behavior",
  lines: [
    {
      file: "pkg/controller/kubevirt.go",
      line: 118,
      text: "\t\tif err := c.OVNNbClient.CleanLogicalSwitchPortMigrateOptions(portName); err != nil {",
      change: "removes-added",
    },
    {
      file: "pkg/controller/kubevirt.go",
      line: 121,
      text: "\t\tif err := c.OVNNbClient.ResetLogicalSwitchPortMigrateOptions(portName, srcNodeName, targetNodeName, false); err != nil {",
      change: "adds-removed",
    },
  ],
  date: "2025-10-29T05:09:41Z",
  fix: false,
  score: 7.25,
  matchedLines: 14,
  alsoCommits: [],
  chain: [commits[3767], commits[5833]],
  condition: null,
};

export const foundingUndoes: Undoes = {
  format: "volteface/undoes@1",
  answers: [
    {
      change: "#5873",
      commit: commits[5873],
      base: commits[5833],
      undone: [
        undone,
        {
          ...undone,
          commit: "5a".repeat(20),
          pullRequest: null,
          subject: "绕过内核缺陷",
          coverage: 0.999,
          confidence: "low",
          kind: "removes",
          declared: true,
          by: "lines",
          lines: Array.from({ length: 12 }, (_, index) => ({
            file: "pkg/daemon/gateway.go",
            line: index + 1,
            text: `rule${index}()`,
            change: "removes-added" as const,
          })),
          matchedLines: 300,
          alsoCommits: ["6b".repeat(20)],
          chain: [],
          condition: "remove once kubernetes/kubernetes#12345 is fixed",
        },
      ],
    },
  ],
  remarks: [
    { code: "commit-too-large", commit: commits[6066] },
    { code: "file-unread", commit: commits[5873], path: "pkg/ovs/gone.go" },
    { code: "file-unread", commit: commits[5873], path: null },
    { code: "history-ends", commits: [commits[3767], commits[4773]] },
    { code: "files-not-followed", commit: commits[6239], files: 812 },
  ],
};
