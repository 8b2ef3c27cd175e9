import type { Finding, UndoneCell } from "../../review/index.js";
import { CELLS_IN_SENTENCE, findingSentence } from "../findings/sentence.js";
import type { Messages } from "../locales/index.js";
import { type Item, item } from "../outline.js";
import { permalink } from "../permalink.js";
import { cut } from "../refer.js";
import { linked, type Text } from "../text.js";
import { listText } from "../timeline/changes.js";

/** More places than these say no more. */
const MOST_PLACES = 3;

/** A finding with its cells, its places, and how to learn more. */
export function findingItem(finding: Finding, messages: Messages, webUrl: string | null): Item {
  const { facts, severity, id } = finding;
  // The sentence names the first few.
  const cells = facts.rule === "undoes" && facts.cells.length > CELLS_IN_SENTENCE ? facts.cells : [];
  const places = placesOf(finding, webUrl).map((place) => item(messages.review.at(place, functionOf(finding))));
  return item(
    findingSentence(facts, messages, webUrl),
    [
      ...cells.map((cell) => item(cellText(cell, messages))),
      ...places,
      item(messages.review.identity(id, finding.rule), [], "faint"),
    ],
    severity === "notice" ? "strong" : "warning",
  );
}

function cellText({ stage, operation, kind, before, after }: UndoneCell, { timeline: say }: Messages): Text {
  const [from, to] = [before, after].map((value) => cut(listText(value), 100));
  return say.change(say.place(stage, operation), from ?? "", to ?? "", say.kinds[kind]);
}

function placesOf({ evidence }: Finding, webUrl: string | null): Text[] {
  const places = evidence.flatMap(({ commit, file, line }) =>
    file === null || line === null ? [] : [linked(`${file}:${line}`, permalink(webUrl, { commit, file, line }))],
  );
  return places.slice(0, MOST_PLACES);
}

function functionOf({ facts }: Finding): string | null {
  return "function" in facts ? facts.function : null;
}
