import type { Timeline } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import { type Chapter, item, type Outline } from "../outline.js";
import { referToCommit } from "../refer.js";
import { prose, type Text } from "../text.js";
import { chainItem } from "./chains.js";
import { isShortened } from "./changes.js";
import type { TimelineContext } from "./context.js";
import { timelineDiagram } from "./diagram.js";
import { eventItem } from "./events.js";
import { timelineHeadline } from "./headline.js";

/** Where the stages stand: after the changes that made them, or, drawn as a diagram, before. */
export type StagesAt = "first" | "last";

export function outlineTimeline(
  timeline: Timeline,
  messages: Messages,
  context: TimelineContext,
  stagesAt: StagesAt,
): Outline {
  return {
    opening: timelineHeadline(timeline, messages, context.webUrl),
    paragraphs: [
      { text: messages.timeline.behavior(timeline.behavior, prose(context.packTitle), timeline.ref), bullet: false },
    ],
    chapters: timelineChapters(timeline, messages, context, stagesAt),
  };
}

export function timelineChapters(
  timeline: Timeline,
  messages: Messages,
  context: TimelineContext,
  stagesAt: StagesAt,
): Chapter[] {
  const stages = stagesChapter(timeline, messages, context);
  const chapters = [changesChapter(timeline, messages, context), proposalsChapter(timeline, messages, context)];
  const ordered = stagesAt === "first" ? [stages, ...chapters] : [...chapters, stages];
  return [...ordered.filter(({ items }) => items.length > 0), reachChapter(timeline, messages, context)];
}

function changesChapter(timeline: Timeline, messages: Messages, context: TimelineContext): Chapter {
  const events = timeline.events.filter(({ state }) => state === "merged");
  return {
    title: messages.timeline.headings.changes(events.length),
    notes: timeline.events.some(({ changes }) => changes.some(isShortened)) ? [messages.timeline.shortened] : [],
    items: events.map((event) => eventItem(event, timeline, messages, context)),
  };
}

function proposalsChapter(timeline: Timeline, messages: Messages, context: TimelineContext): Chapter {
  const events = timeline.events.filter(({ state }) => state !== "merged");
  return {
    title: messages.timeline.headings.proposals(events.length),
    notes: context.statesKnown ? [] : [messages.timeline.statesUnknown],
    items: events.map((event) => eventItem(event, timeline, messages, context)),
    aside: true,
  };
}

function stagesChapter(timeline: Timeline, messages: Messages, context: TimelineContext): Chapter {
  const diagram = timelineDiagram(timeline, messages, context);
  const cut = diagram !== null && diagram.left > 0 ? [messages.timeline.diagram.cut(diagram.left)] : [];
  return {
    title: messages.timeline.headings.chains,
    ...(diagram === null ? {} : { diagram: { lines: diagram.lines, notes: cut } }),
    items: timeline.chains.map((chain) => chainItem(chain, messages, context)),
  };
}

function reachChapter({ reach, ref }: Timeline, messages: Messages, context: TimelineContext): Chapter {
  const say = messages.timeline.reach;
  const { problems } = reach;
  const shown: Text[] = problems.slice(0, MOST_PROBLEMS).map(prose);
  const more = problems.length - shown.length;
  return {
    title: messages.timeline.headings.reach,
    items: [
      item(say[reach.mode](reach.commits, ref)),
      ...(reach.shallowAt === null
        ? []
        : [item(say.shallow(referToCommit(reach.shallowAt, context.webUrl)), [], "warning")]),
      ...(problems.length === 0
        ? []
        : [
            item(
              say.problems(problems.length),
              [...shown, ...(more > 0 ? [messages.timeline.more(more)] : [])].map((text) => item(text)),
              "warning",
            ),
          ]),
    ],
  };
}

const MOST_PROBLEMS = 8;
