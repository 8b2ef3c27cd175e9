import type { Timeline } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import { day } from "../refer.js";
import { prose, type Text } from "../text.js";
import { undoText, undoThatMatters } from "./undo.js";

/** What happened on the line, in a few words: how much, when, and the undo that matters. */
export function timelineHeadline(timeline: Timeline, messages: Messages, webUrl: string | null): Text {
  const say = messages.timeline.headline;
  const merged = timeline.events.filter(({ state }) => state === "merged");
  const proposals = timeline.events.filter(({ state }) => state === "open").length;
  return [
    ...countText(timeline, messages),
    ...(merged.length === 0 ? [] : undoPart(timeline, messages, webUrl)),
    ...(proposals === 0 ? [] : say.proposals(proposals)),
  ];
}

function countText({ events, ref, reach }: Timeline, messages: Messages): Text {
  const say = messages.timeline.headline;
  const days = events
    .filter(({ state }) => state === "merged")
    .map(({ date }) => day(date))
    .sort();
  const [from] = days;
  if (from === undefined) return reach.shallowAt === null ? say.none(ref) : say.noneInSight(ref);
  return say.changes({ count: days.length, ref, from: prose(from), to: prose(days.at(-1) ?? from) });
}

function undoPart(timeline: Timeline, messages: Messages, webUrl: string | null): Text {
  const undo = undoThatMatters(timeline);
  if (undo === null) return messages.timeline.headline.noUndo;
  return [...messages.wordSpace, ...messages.timeline.sentence(undoText(undo, messages, webUrl))];
}
