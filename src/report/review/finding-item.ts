import type { Finding, UndoneCell } from "../../review/index.js";
import { CELLS_IN_SENTENCE, findingSentence } from "../findings/sentence.js";
import type { Messages } from "../locales/index.js";
import { type Item, item } from "../outline.js";
import { permalink } from "../permalink.js";
import { cut, referToCommit } from "../refer.js";
import { linked, type Text } from "../text.js";
import { listText } from "../timeline/changes.js";

/** More places than these say no more. */
const MOST_PLACES = 3;

/** A finding with its cells, its places, and how to learn more. */
export function findingItem(finding: Finding, messages: Messages, webUrl: string | null): Item {
  const { facts, severity, id } = finding;
  // The sentence names the first few.
  const cells = facts.rule === "undoes" && facts.cells.length > CELLS_IN_SENTENCE ? facts.cells : [];
  const places = placesOf(finding, messages, webUrl);
  return item(
    findingSentence(facts, messages, webUrl),
    [
      ...cells.map((cell) => item(cellText(cell, messages))),
      ...(places.length === 0 ? [] : [item(messages.review.at(places, functionOf(finding)))]),
      item(messages.review.identity(id, finding.rule), [], "faint"),
    ],
    severity === "notice" ? "strong" : "warning",
  );
}

function cellText({ stage, operation, kind, before, after }: UndoneCell, { timeline: say }: Messages): Text {
  const [from, to] = [before, after].map((value) => cut(listText(value), 100));
  return say.change(say.place(stage, operation), from ?? "", to ?? "", say.kinds[kind]);
}

/** The first places; of a commit other than the first one's, such as the other side's, it is told. */
function placesOf({ evidence }: Finding, { review: say }: Messages, webUrl: string | null): Text[] {
  const places = evidence.flatMap(({ commit, file, line }) => {
    if (file === null || line === null) return [];
    const place = linked(`${file}:${line}`, permalink(webUrl, { commit, file, line }));
    return [commit === evidence[0]?.commit ? place : say.asOf(place, referToCommit(commit, null))];
  });
  return places.slice(0, MOST_PLACES);
}

function functionOf({ facts }: Finding): string | null {
  return "function" in facts ? facts.function : null;
}
