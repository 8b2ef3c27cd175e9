import { callsText, type StagedCall } from "../../behavior/index.js";
import type { Sighting } from "../finding.js";
import type { CellRule } from "./cell-rule.js";
import { bareKey } from "./happenings.js";

/**
 * One stage is served by flows that different kinds of triggers start, so that
 * one moment may be handled twice. A call that asks for both kinds is one flow.
 */
export const twoFlows: CellRule = {
  rule: "two-flows",
  claimsAbsence: false,
  find: ({ stages }) =>
    stages.flatMap(({ stage, calls }) =>
      [...bySubject(calls)].flatMap(([subject, about]) => sightingsOf(stage, subject, flowsOf(about))),
    ),
};

/** Members of a family have lives of their own. */
function bySubject(calls: readonly StagedCall[]): Map<string, StagedCall[]> {
  const subjects = new Map<string, StagedCall[]>();
  for (const call of calls) {
    const subject = call.family === null ? "" : bareKey(call.family);
    subjects.set(subject, [...(subjects.get(subject) ?? []), call]);
  }
  return subjects;
}

interface Flow {
  readonly kind: string;
  readonly calls: readonly StagedCall[];
}

/** The kinds of triggers in the order of their names, each with the calls that no other kind reaches. */
function flowsOf(calls: readonly StagedCall[]): Flow[] {
  const kinds = [...new Set(calls.flatMap(({ call }) => call.trigger?.kind ?? []))].sort();
  return kinds
    .map((kind) => ({ kind, calls: calls.filter((each) => isOnlyOf(kind, each, calls)) }))
    .filter((flow) => flow.calls.length > 0);
}

function isOnlyOf(kind: string, { call }: StagedCall, calls: readonly StagedCall[]): boolean {
  const here = calls.filter((other) => other.call.file === call.file && other.call.line === call.line);
  return here.every((other) => other.call.trigger?.kind === kind);
}

function sightingsOf(stage: string, subject: string, flows: readonly Flow[]): Sighting[] {
  const calls = flows.map((flow) => flow.calls[0]?.call).filter((call) => call !== undefined);
  const [first, ...others] = calls;
  if (first === undefined || others.length === 0) return [];
  return [
    {
      facts: {
        rule: "two-flows",
        stage,
        flows: flows.map(({ kind, calls: all }) => ({
          trigger: kind,
          calls: callsText(all.map(({ call }) => call)),
          function: all[0]?.call.function ?? "",
        })),
      },
      severity: "notice",
      stage,
      file: first.file,
      line: first.line,
      places: others.map(({ file, line }) => ({ file, line })),
      identity: ["two-flows", stage, subject, ...flows.map(({ kind }) => kind)],
    },
  ];
}
