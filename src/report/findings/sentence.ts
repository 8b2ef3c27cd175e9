import type { EarlierChange, FindingFacts, UndoneCell } from "../../review/index.js";
import type { Messages } from "../locales/index.js";
import { firstOf } from "../names.js";
import { bareSubject, cut, refer } from "../refer.js";
import { name, prose, type Text } from "../text.js";
import type { Raised } from "./raised.js";

/** So many cells show what is undone; the review lists them all. */
export const CELLS_IN_SENTENCE = 3;
/** Code beyond this says no more to a reader. */
const LINE = 160;

/** What a finding states, in one sentence or two, with its question. Names and code from outside are kept apart. */
export function findingSentence(facts: FindingFacts, messages: Messages, webUrl: string | null): Text {
  const { fact, question } = raisedBy(facts, messages, webUrl);
  return question.length === 0 ? fact : [...fact, ...messages.wordSpace, ...question];
}

/** What it states without the question: of what is answered or gone, nothing is asked. */
export function findingFact(facts: FindingFacts, messages: Messages, webUrl: string | null): Text {
  return raisedBy(facts, messages, webUrl).fact;
}

function raisedBy(facts: FindingFacts, { findings: say }: Messages, webUrl: string | null): Raised {
  switch (facts.rule) {
    case "asymmetry":
      return say.asymmetry(facts);
    case "guarded-cleanup":
      return say.guardedCleanup(facts);
    case "missing-stage": {
      const refs = firstOf(facts.others.map(({ ref }) => ref));
      return say.missingStage({ stage: facts.stage, calls: facts.others[0]?.calls ?? "", refs });
    }
    case "unused-operation":
      return say.unusedOperation(facts);
    case "two-flows":
      return say.twoFlows(facts);
    case "early-return-before-cleanup":
      return say.earlyReturn({ ...facts, condition: cut(facts.condition, LINE) });
    case "uncleaned-key":
      return say.uncleanedKey(facts);
    case "unowned-cleanup":
      return say.unownedCleanup(facts);
    case "undoes": {
      const { undone, extent, cells } = facts;
      return say.undoes({
        ...told(undone, say, webUrl),
        before: refer(undone, null),
        extent,
        cells: cellTexts(cells, say),
      });
    }
    case "missing-backport":
      return say.missingBackport({ ...told(facts.change, say, webUrl), refs: firstOf(facts.missingOn) });
    case "hazard":
      return say.hazard({
        message: prose(facts.message),
        function: facts.function,
        ends: /[.!?…。！？]$/.test(facts.message),
      });
  }
}

type Say = Messages["findings"];

function told(change: EarlierChange, say: Say, webUrl: string | null): { change: Text; subject: Text } {
  const subject = bareSubject(change.subject, change.pullRequest);
  return { change: refer(change, webUrl), subject: say.quoted(prose(subject)) };
}

function cellTexts(cells: readonly UndoneCell[], say: Say): Text[] {
  const more = cells.length - CELLS_IN_SENTENCE;
  const value = (text: string): Text => (text === "" || text === "—" ? say.nothing : name(cut(text, LINE)));
  const shown = cells
    .slice(0, CELLS_IN_SENTENCE)
    .map(({ before, after, ...place }) => say.cell({ ...place, before: value(before), after: value(after) }));
  return more > 0 ? [...shown, say.more(more)] : shown;
}
