import type { Relation, Timeline, TimelineEvent } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import { nameSome } from "../names.js";
import { type Item, item } from "../outline.js";
import { bareSubject, day, referToCommit, referToIssue, referWithCommit } from "../refer.js";
import { name, prose, type Text } from "../text.js";
import { changeItems } from "./changes.js";
import type { TimelineContext } from "./context.js";
import { isOnlyDeclared, relationFields } from "./undo.js";

export function eventItem(
  event: TimelineEvent,
  timeline: Timeline,
  messages: Messages,
  context: TimelineContext,
): Item {
  const { relations } = event;
  return item(
    eventText(event, messages, context),
    [
      ...changeItems(event.changes, messages),
      ...relations.map((relation) => item(relationText(event, relation, messages, context), [], toneOf(relation))),
      ...attributes(event, messages, context),
      ...marks(event, timeline, messages, context),
    ],
    "strong",
  );
}

function eventText(event: TimelineEvent, messages: Messages, { webUrl, statesKnown }: TimelineContext): Text {
  const say = messages.timeline;
  const text = say.event({
    date: prose(day(event.date)),
    who: referWithCommit(event, webUrl),
    subject: prose(bareSubject(event.subject, event.pullRequest)),
    author: prose(event.author),
  });
  return event.state === "merged" ? text : say.inState(text, stateText(event.state, messages, statesKnown));
}

/** Without GitHub's word, all that is known of a proposal is that no branch has it. */
export function stateText(state: TimelineEvent["state"], { timeline }: Messages, statesKnown: boolean): Text {
  return state === "open" && !statesKnown ? timeline.notMerged : timeline.state[state];
}

function relationText(event: TimelineEvent, relation: Relation, messages: Messages, { webUrl }: TimelineContext): Text {
  const say = messages.timeline.relation;
  const fields = relationFields(event, relation, messages, webUrl);
  return isOnlyDeclared(relation) ? say.declares(fields) : say[relation.kind](fields);
}

function toneOf({ kind }: Relation): "differs" | "plain" {
  return kind === "undoes" ? "differs" : "plain";
}

/** What GitHub tells of a proposal besides its state. */
function attributes(
  { labels, closes }: TimelineEvent,
  { timeline: say }: Messages,
  { webUrl }: TimelineContext,
): Item[] {
  return [
    ...(labels.length === 0 ? [] : [item(say.labels(labels))]),
    ...(closes.length === 0 ? [] : [item(say.closes(closes.map((issue) => referToIssue(issue, webUrl))))]),
  ];
}

const MOST_MARKS = 8;

/** The branches that have the event: those with the commit itself, then those with one of their own. */
function marks(
  { commit, on }: TimelineEvent,
  { events }: Timeline,
  messages: Messages,
  context: TimelineContext,
): Item[] {
  const refs = Object.keys(on);
  if (refs.length === 0) return [];
  const say = messages.timeline;
  const all = [...new Set(events.flatMap((event) => Object.keys(event.on)))];
  const same = nameSome(
    all,
    refs.filter((ref) => on[ref] === commit),
  );
  const own = refs.filter((ref) => on[ref] !== commit);
  const more = same.more + Math.max(0, own.length - MOST_MARKS);
  const texts = [
    ...same.shown.map(name),
    ...own.slice(0, MOST_MARKS).map((ref) => say.as(ref, referToCommit(on[ref] ?? "", context.webUrl))),
    ...(more > 0 ? [say.more(more)] : []),
  ];
  return [item(say.on(texts), [], "faint")];
}
