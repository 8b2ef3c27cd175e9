import type { Relation } from "../../history/index.js";
import type { Messages } from "../locales/index.js";
import { type Item, item } from "../outline.js";
import { refer } from "../refer.js";

/** How the change stands to earlier ones, besides what it undoes: the findings tell of that. */
export function relationItems(relations: readonly Relation[], messages: Messages, webUrl: string | null): Item[] {
  return relations
    .filter(({ kind }) => kind !== "undoes")
    .map((relation) => {
      const { kind, extent, stages, operations, declared } = relation;
      const fields = {
        what: refer(relation, webUrl),
        all: extent === "full",
        places: stages.length > 0 ? messages.matrix.headline.atStages(stages) : [],
        operations,
        onlyConditions: false,
        declared,
      };
      return item(messages.timeline.relation[kind](fields));
    });
}
