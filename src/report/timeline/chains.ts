import type { Chain, ChainStep } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import { type Item, item } from "../outline.js";
import { refer } from "../refer.js";
import { join, type Text } from "../text.js";
import { listText } from "./changes.js";
import type { TimelineContext } from "./context.js";
import { stateText } from "./events.js";

/** So many steps of a stage fit in a line that is still read. */
const MOST = 12;

/** `Reset(false) #3767 → Clean #5833 → Reset(false) #5873; proposed: Clean #6242`, one line for each stage. */
export function chainItem({ stage, steps }: Chain, messages: Messages, context: TimelineContext): Item {
  const say = messages.timeline;
  const taken = steps.filter(({ state }) => state === "merged");
  const left = Math.max(0, taken.length - MOST);
  const proposed = steps.filter(({ state }) => state !== "merged");
  const texts = [
    ...(left > 0 ? [say.earlierSteps(left)] : []),
    ...taken.slice(left).map((step) => stepText(step, messages, context)),
  ];
  const proposals = proposed
    .slice(-MOST)
    .map((step) =>
      say.inState(stepText(step, messages, context), stateText(step.state, messages, context.statesKnown)),
    );
  return item(
    say.chain(stage, [
      ...join(texts, " → "),
      ...(proposals.length === 0 ? [] : say.proposedSteps(messages.timeline.places(proposals))),
    ]),
  );
}

function stepText(step: ChainStep, { timeline }: Messages, { webUrl }: TimelineContext): Text {
  const value = listText(step.value);
  return isInherited(step) ? timeline.inherited(value) : timeline.step(value, refer(step, webUrl));
}

/** What the line began with: no commit in sight made it. */
export function isInherited({ commit }: ChainStep): boolean {
  return commit === "";
}
