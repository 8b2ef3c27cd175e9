import {
  type CallView,
  type CellView,
  type Confidence,
  callText,
  type Difference,
  type DifferenceKind,
  effectsText,
  type Matrix,
} from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import { name, type Text } from "../text.js";
import type { RefGroup } from "./columns.js";

/** One line of a cell: what it tells, and whether the first ref tells something else there. */
export interface CellLine {
  readonly role: "call" | "trigger" | "effect" | "untouched" | "guards" | "place" | "nothing" | "unknown";
  readonly text: Text;
  readonly differs: boolean;
  /** For `place`: where to look, in the group's first ref. */
  readonly place: { readonly file: string; readonly line: number } | null;
}

/** What a column shows at a stage. */
export function cellLines(matrix: Matrix, group: RefGroup, stage: string, messages: Messages): CellLine[] {
  const kinds = differingKinds(matrix.differences, group, stage);
  const cell = group.cells.get(stage);
  if (cell === undefined || cell.calls.length === 0) return [emptyCell(group, kinds, messages)];
  const usual = usualEffects(matrix, stage);
  const untouched = untouchedKeys(matrix, stage, cell).map((key) =>
    line("untouched", messages.matrix.untouched(key), kinds.has("effects") && usual.keys.has(key)),
  );
  return cell.calls.flatMap((call, index) => [
    ...callLines(call, index, kinds, usual, messages),
    ...(index === cell.calls.length - 1 ? untouched : []),
    { ...line("place", name(`${call.file}:${call.line}`), false), place: { file: call.file, line: call.line } },
  ]);
}

function callLines(
  call: CallView,
  index: number,
  kinds: ReadonlySet<DifferenceKind>,
  usual: Usual,
  messages: Messages,
): CellLine[] {
  const changed = kinds.has("calls") || kinds.has("missing");
  const { trigger } = call;
  return [
    line("call", callHead(call, index, messages), changed),
    ...(trigger === null
      ? []
      : [line("trigger", messages.matrix.trigger(trigger.kind, trigger.value), kinds.has("trigger"))]),
    ...call.effects
      .map((effect) => effectsText([effect]))
      .map((effect) => {
        const unusual = !usual.effects.has(effect) && (changed || kinds.has("effects"));
        return line("effect", name(effect), unusual);
      }),
    ...(kinds.has("guards") && index === 0 ? [line("guards", messages.matrix.otherConditions, true)] : []),
  ];
}

/** `Reset(false)`, `→ Clean~ (deferred)`. */
function callHead(call: CallView, index: number, messages: Messages): Text {
  const order = index > 0 ? ["→ "] : [];
  return [...order, ...name(callText(call)), confidenceMarks[call.confidence], ...messages.matrix.when[call.when]];
}

export const confidenceMarks: Readonly<Record<Confidence, string>> = { exact: "", derived: "~", configured: "^" };

function emptyCell(group: RefGroup, kinds: ReadonlySet<DifferenceKind>, messages: Messages): CellLine {
  if (group.lead.status === "unreadable") return line("unknown", messages.matrix.unreadableCell, false);
  if (group.lead.status === "incomplete") return line("unknown", messages.matrix.incompleteCell, kinds.size > 0);
  return line("nothing", ["—"], kinds.size > 0);
}

function line(role: CellLine["role"], text: Text, differs: boolean): CellLine {
  return { role, text, differs, place: null };
}

function differingKinds(differences: readonly Difference[], group: RefGroup, stage: string): Set<DifferenceKind> {
  const here = differences.filter((each) => each.stage === stage && each.refs.includes(group.lead.ref));
  return new Set(here.map((each) => each.kind));
}

/** What the first ref does at a stage. */
interface Usual {
  readonly effects: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

function usualEffects(matrix: Matrix, stage: string): Usual {
  const first = matrix.refs[0]?.ref;
  const effects = matrix.cells
    .filter((cell) => cell.ref === first && cell.stage === stage)
    .flatMap((cell) => cell.calls.flatMap((call) => call.effects));
  return {
    effects: new Set(effects.map((effect) => effectsText([effect]))),
    keys: new Set(effects.map((effect) => effect.key)),
  };
}

/** Keys that this cell leaves alone although some ref changes them at this stage. */
function untouchedKeys(matrix: Matrix, stage: string, cell: CellView): string[] {
  const changed = matrix.cells
    .filter((each) => each.stage === stage)
    .flatMap((each) => Object.keys(each.net).filter((key) => each.net[key] !== "unchanged"));
  return [...new Set(changed)].filter((key) => (cell.net[key] ?? "unchanged") === "unchanged").sort();
}
