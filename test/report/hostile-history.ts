import type { PlayedOn, Scenarios } from "../../src/behavior/index.js";
import type { Backports, EventChange, Relation, Timeline, TimelineEvent, Undoes } from "../../src/history/index.js";
import type { Finding } from "../../src/review/index.js";

const commit = "ab".repeat(20);

/** A timeline with the same text at every place where text from outside is shown. */
export function hostileTimeline(text: string): Timeline {
  const change = (kind: EventChange["kind"], stage: string | null, length = 0): EventChange => ({
    stage,
    operation: text,
    kind,
    before: `${text}${"x".repeat(length)}`,
    after: `${text}!${"x".repeat(length)}`,
    summary: text,
  });
  const relation = (kind: Relation["kind"], fields: Partial<Relation> = {}): Relation => ({
    kind,
    commit: text,
    pullRequest: null,
    extent: "full",
    stages: [text],
    operations: [text],
    declared: false,
    ...fields,
  });
  const event: TimelineEvent = {
    commit: text,
    pullRequest: null,
    alsoNumbered: [],
    date: text,
    author: text,
    subject: text,
    state: "merged",
    changes: [change("calls", text), change("guards", text, 200), change("effects", null), change("trigger", text)],
    relations: [
      relation("undoes"),
      relation("undoes", { declared: true, stages: [], operations: [] }),
      relation("restores", { stages: [] }),
      relation("moves"),
      relation("relands"),
      relation("picks", { pullRequest: 7 }),
    ],
    labels: [text],
    closes: [7],
    on: { [`${text}1`]: text, [`${text}2`]: commit },
  };
  const step = { value: text, commit, pullRequest: 7, state: "merged" as const };
  return {
    format: "volteface/timeline@1",
    behavior: text,
    ref: text,
    events: [event, { ...event, state: "open", commit }, { ...event, state: "closed", commit, pullRequest: 7 }],
    chains: [
      { stage: text, steps: [{ ...step, commit: "" }, step, { ...step, pullRequest: null, state: "open" }] },
      { stage: `${text}2`, steps: [step, { ...step, value: `${text} → ${text}`, state: "closed" }] },
    ],
    reach: { mode: "seeded", commits: 3, shallowAt: text, problems: [text, text] },
  };
}

export function hostileBackports(text: string): Backports {
  const refs = [`${text}1`, `${text}2`, `${text}3`];
  const statuses = ["missing", "partial", "reverted", "present", "not-applicable"] as const;
  return {
    format: "volteface/backports@1",
    behavior: text,
    from: text,
    refs,
    changes: statuses.map((status, index) => ({
      commit: `${commit.slice(0, 39)}${index}`,
      pullRequest: index % 2 === 0 ? null : index,
      subject: text,
      superseded: index === 0,
      on: Object.fromEntries(
        refs.map((ref, at) => [
          ref,
          at === 2
            ? { status: "not-applicable" as const, commit: null, witnesses: [] }
            : { status, commit: at === 0 ? text : null, witnesses: ["similarity" as const] },
        ]),
      ),
    })),
  };
}

export function hostileUndoes(text: string): Undoes {
  return {
    format: "volteface/undoes@1",
    answers: [
      {
        change: text,
        commit,
        base: null,
        undone: [
          {
            commit: text,
            pullRequest: null,
            subject: text,
            coverage: 0.5,
            confidence: "medium",
            kind: "removes",
            declared: false,
            by: "lines",
            lines: [
              { file: text, line: 3, text, change: "adds-removed" },
              { file: text, line: 4, text, change: "removes-added" },
            ],
            date: text,
            fix: true,
            score: 5,
            matchedLines: 2,
            alsoCommits: [text],
            chain: [text, commit],
            condition: text,
          },
        ],
      },
    ],
    remarks: [
      { code: "commit-too-large", commit: text },
      { code: "file-unread", commit: text, path: text },
      { code: "history-ends", commits: [text] },
      { code: "files-not-followed", commit: text, files: 3 },
    ],
  };
}

/** A story that goes wrong on one ref, with the text at every place where text from outside is shown. */
export function hostileScenarios(text: string): Scenarios {
  const expected = { key: text, expected: [text, null] };
  const played: PlayedOn = {
    ref: text,
    commit,
    status: "ok",
    applies: true,
    states: [{ [text]: text, other: null }],
    calls: [text],
    skipped: [{ step: 1, call: text, condition: text }],
    assumptions: [{ call: text, condition: text }],
    failed: [{ ...expected, actual: text }],
  };
  return {
    format: "volteface/scenario@1",
    behavior: text,
    refs: [text, `${text}2`, `${text}3`],
    scenarios: [
      {
        title: text,
        steps: [{ stage: text, bindings: { [text]: text } }],
        expect: [expected],
        on: [
          played,
          { ...played, ref: `${text}2`, states: [{ [text]: null, other: text }], calls: ["—"], failed: [] },
          { ...played, ref: `${text}3`, applies: false, states: [{}], skipped: [], assumptions: [], failed: [] },
        ],
      },
    ],
  };
}

/** What stands on a ref, told and counted, with the same text at every place. */
export function hostileFindings(text: string): Finding[] {
  const on = { behavior: text, severity: "warning", stage: text, ref: text, file: text, line: 7 } as const;
  const evidence = [{ commit, file: text, line: 7 }];
  const hazard = { rule: "hazard", hazard: text, message: text, text, function: text } as const;
  const guarded = { rule: "guarded-cleanup", cleaner: text, keys: [text], guardedBy: text } as const;
  return [
    { ...on, id: text, rule: text, mode: "comment", evidence, facts: hazard },
    {
      ...on,
      id: text,
      rule: "guarded-cleanup",
      mode: "monitor",
      evidence,
      facts: { ...guarded, reachedBy: [text], condition: text },
    },
  ];
}
