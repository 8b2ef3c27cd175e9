import { NOTHING } from "../../behavior/index.js";
import type { Chain, ChainStep, Timeline } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import { label } from "../markdown/mermaid.js";
import { refer } from "../refer.js";
import { name, type Text } from "../text.js";
import { isInherited } from "./chains.js";
import type { TimelineContext } from "./context.js";
import { stateText } from "./events.js";

/** Mermaid draws more, but nobody reads it. */
const MOST_NODES = 50;

export interface Diagram {
  readonly lines: readonly string[];
  /** Steps that are not drawn: the earliest of each stage. */
  readonly left: number;
}

/** What each stage held, from left to right; arrows name the changes. Null when no stage ever held anything. */
export function timelineDiagram(timeline: Timeline, messages: Messages, context: TimelineContext): Diagram | null {
  const chains = timeline.chains.filter(({ steps }) => steps.length > 0).slice(0, Math.floor(MOST_NODES / 2));
  if (chains.length === 0) return null;
  // Each stage has a node for where it began, too.
  const most = Math.max(1, Math.floor(MOST_NODES / chains.length) - 1);
  const drawn = chains.map((chain, index) => drawChain(chain, index, most, timeline, messages, context));
  const left = timeline.chains.reduce((sum, { steps }) => sum + steps.length, 0);
  return {
    lines: [
      "flowchart LR",
      ...drawn.flatMap(({ lines }) => lines.map((line) => `  ${line}`)),
      "  classDef proposed stroke-dasharray: 4 4",
    ],
    left: left - drawn.reduce((sum, { steps }) => sum + steps, 0),
  };
}

function drawChain(
  { stage, steps }: Chain,
  index: number,
  most: number,
  timeline: Timeline,
  messages: Messages,
  context: TimelineContext,
): { lines: string[]; steps: number } {
  const say = messages.timeline.diagram;
  const shown = steps.slice(-most);
  const [first] = shown;
  const before = steps.length > shown.length ? steps[steps.length - shown.length - 1]?.value : undefined;
  const id = (at: number): string => `s${index}n${at}`;
  const lines = [`subgraph s${index}[${label(name(stage))}]`, "  direction LR"];
  // Proposals start from what the line holds, not from each other.
  let current = id(0);
  if (first === undefined || !isInherited(first))
    lines.push(`  ${current}[${label(valueText(before ?? NOTHING, messages))}]`);
  for (const [at, step] of shown.entries()) {
    if (isInherited(step)) {
      lines.push(`  ${id(0)}[${label(name(step.value))}]`);
      continue;
    }
    const node = `${id(at + 1)}[${label(valueText(step.value, messages))}]`;
    if (step.state === "merged") {
      lines.push(`  ${current} -->|${label(arrowText(step, stage, timeline, messages))}| ${node}`);
      current = id(at + 1);
    } else {
      const state = stateText(step.state, messages, context.statesKnown);
      lines.push(`  ${current} -.->|${label(say.proposed(refer(step, null), state))}| ${node}:::proposed`);
    }
  }
  return { lines: [...lines, "end"], steps: shown.length };
}

function valueText(value: string, { timeline }: Messages): Text {
  return value === NOTHING || value === "" ? timeline.diagram.nothing : name(value);
}

/** `#5873 undoes #5833` where the step takes another back at this stage, else `#5873`. */
function arrowText(step: ChainStep, stage: string, { events }: Timeline, messages: Messages): Text {
  const who = refer(step, null);
  const undone = events
    .find(({ commit }) => commit === step.commit)
    ?.relations.find(({ kind, stages }) => kind === "undoes" && stages.includes(stage));
  return undone === undefined ? who : messages.timeline.diagram.undoing(who, refer(undone, null));
}
