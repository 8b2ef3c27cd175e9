import type { BackportChange, BackportMark, Backports } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import type { Cell, Row, Table, Tone } from "../outline.js";
import { bareSubject, cut, refer, referToCommit } from "../refer.js";
import { prose } from "../text.js";
import { isAsked } from "./questions.js";

/** A row for each change, a column for each branch. */
export function backportsTable(
  changes: readonly BackportChange[],
  refs: readonly string[],
  messages: Messages,
  webUrl: string | null,
): Table {
  return {
    corner: messages.backports.change,
    columns: refs.map((ref) => [{ name: ref }]),
    rows: changes.map((change) => row(change, refs, messages, webUrl)),
  };
}

const SUBJECT = 60;

function row(change: BackportChange, refs: readonly string[], messages: Messages, webUrl: string | null): Row {
  const subject = prose(cut(bareSubject(change.subject, change.pullRequest), SUBJECT));
  return {
    head: messages.backports.titled(refer(change, webUrl), subject),
    tone: change.superseded ? "faint" : "plain",
    cells: refs.map((ref) => cell(change, ref, messages, webUrl)),
  };
}

function cell(change: BackportChange, ref: string, messages: Messages, webUrl: string | null): Cell {
  const mark: BackportMark = change.on[ref] ?? { status: "not-applicable", commit: null, witnesses: [] };
  const asked = isAsked(change, ref);
  const lines: Cell["lines"] = [
    { text: messages.backports.status[mark.status], tone: toneOf(mark, change.superseded, asked) },
    ...(mark.commit === null ? [] : [{ text: referToCommit(mark.commit, webUrl), tone: "faint" as const }]),
  ];
  return { lines, mark: asked ? "?" : "" };
}

function toneOf({ status }: BackportMark, superseded: boolean, asked: boolean): Tone {
  if (asked) return "differs";
  return superseded || status === "not-applicable" ? "faint" : "plain";
}

/** Marks that neither a name nor common history makes, only what the code holds. */
export function quietMarks({
  refs,
  changes,
}: Backports): { change: BackportChange; ref: string; mark: BackportMark }[] {
  const loud = new Set(["number", "trailer", "ancestor"]);
  return changes.flatMap((change) =>
    refs.flatMap((ref) => {
      const mark = change.on[ref];
      const quiet = mark?.status === "present" && !mark.witnesses.some((witness) => loud.has(witness));
      return quiet ? [{ change, ref, mark }] : [];
    }),
  );
}
