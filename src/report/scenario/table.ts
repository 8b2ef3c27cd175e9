import type { PlayedOn, PlayedScenario } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import { nameSome } from "../names.js";
import type { Cell, Row, Table, Tone } from "../outline.js";
import { name, type Text } from "../text.js";
import type { PlayedGroup } from "./groups.js";

/** A row for each step, a column for refs on which the story goes the same way. */
export function scenarioTable(
  scenario: PlayedScenario,
  groups: readonly PlayedGroup[],
  all: readonly string[],
  messages: Messages,
): Table {
  const say = messages.scenario;
  const keys = keysOf(scenario);
  const steps = scenario.steps.map(({ stage, bindings }, index): Row => {
    const text = [stage, ...Object.entries(bindings).map(([symbol, value]) => `${symbol}=${value}`)].join(" ");
    return {
      head: say.numbered(index + 1, text),
      tone: "plain",
      cells: groups.map((group) => stepCell(group, index, keys, groups[0], messages)),
    };
  });
  return {
    corner: say.step,
    columns: groups.map(({ refs }) => messages.matrix.group(nameSome(all, refs), refs.length)),
    rows: [...steps, { head: say.end, tone: "faint", cells: groups.map((group) => endCell(group, messages)) }],
  };
}

/** The keys that the story is about: those that something sets, or that are expected. */
function keysOf({ expect, on }: PlayedScenario): string[] {
  const states = on.flatMap((played) => played.states);
  const set = states.flatMap((state) => Object.keys(state).filter((key) => typeof state[key] === "string"));
  return [...new Set([...expect.map(({ key }) => key), ...set])];
}

function stepCell(
  { lead }: PlayedGroup,
  index: number,
  keys: readonly string[],
  first: PlayedGroup | undefined,
  messages: Messages,
): Cell {
  const unknown = unknownCell(lead, messages);
  if (unknown !== null) return unknown;
  const usual = first?.lead;
  const lines = keys.map((key) => {
    const value = lead.states[index]?.[key] ?? null;
    const differs = value !== (usual?.states[index]?.[key] ?? null);
    const tone: Tone = differs ? "differs" : value === null ? "faint" : "plain";
    return { text: stateText(key, value, messages), tone, differs };
  });
  const call = lead.calls[index] ?? "—";
  const otherCall = call !== usual?.calls[index];
  const head = { text: call === "—" ? ["—"] : name(call), tone: otherCall ? "differs" : "strong" } as const;
  return cell([head, ...lines], otherCall || lines.some(({ differs }) => differs) ? "≠" : "");
}

function stateText(key: string, value: string | null, { scenario }: Messages): Text {
  return value === null ? scenario.isAbsent(key) : scenario.isSet(key, value);
}

function endCell({ lead }: PlayedGroup, messages: Messages): Cell {
  const unknown = unknownCell(lead, messages);
  if (unknown !== null) return unknown;
  if (lead.failed.length === 0) return cell([{ text: messages.scenario.asExpected, tone: "faint" }]);
  const lines = lead.failed.map(({ key, actual }) => ({
    text: messages.scenario.keyIs(key, actual),
    tone: "warning" as const,
  }));
  return cell(lines, "!");
}

/** Nothing was found, where not all could be read. */
function unknownCell({ applies, status }: PlayedOn, { matrix }: Messages): Cell | null {
  if (applies || status === "ok") return null;
  return cell([{ text: status === "unreadable" ? matrix.unreadableCell : matrix.incompleteCell, tone: "faint" }]);
}

function cell(lines: Cell["lines"], mark = ""): Cell {
  return { lines, mark };
}
