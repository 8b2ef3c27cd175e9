import type { ExplainedRule } from "../../config/index.js";
import type { DerivationStep, DerivedAt, Finding } from "../../review/index.js";
import { findingSentence } from "../findings/sentence.js";
import type { Messages } from "../locales/index.js";
import { type Item, item, type Outline } from "../outline.js";
import { permalink } from "../permalink.js";
import { bareSubject, refer } from "../refer.js";
import { linked, name, prose, type Text } from "../text.js";
import { outlineExplainedRule } from "./outline.js";

/** A finding with its derivation, as `volteface explain` shows it. */
export interface ExplainedFindingView {
  readonly finding: Finding;
  readonly state: "told" | "resolved" | "stated";
  readonly steps: readonly DerivationStep[];
  readonly rule: ExplainedRule;
}

/** A finding for someone who wants to know: what it says, how it came about, what its rule means, how to answer it. */
export function outlineExplainedFinding(
  { finding, state, steps, rule }: ExplainedFindingView,
  messages: Messages,
  webUrl: string | null,
): Outline {
  const say = messages.explainFinding;
  const ofRule = outlineExplainedRule(rule, messages);
  return {
    opening: findingSentence(finding.facts, messages, webUrl),
    paragraphs: [
      {
        text: say.identity({ id: finding.id, rule: finding.rule, ref: finding.ref, state: say.states[state] }),
        bullet: false,
      },
    ],
    chapters: [
      { title: say.headings.steps, items: stepItems(steps, messages, webUrl) },
      { title: say.headings.answer, items: answers(finding, messages) },
      ...ofRule.chapters,
    ],
  };
}

/** What puts something into a cell stands below the cell. */
const BELOW: ReadonlySet<DerivationStep["kind"]> = new Set(["call", "via", "trigger", "guard"]);

function stepItems(steps: readonly DerivationStep[], messages: Messages, webUrl: string | null): Item[] {
  const items: Item[] = [];
  for (const step of steps) {
    const own = stepItem(step, messages, webUrl);
    const above = BELOW.has(step.kind) ? items.pop() : undefined;
    items.push(above === undefined ? own : { ...above, items: [...above.items, own] });
  }
  return items;
}

function stepItem(step: DerivationStep, { explainFinding: say }: Messages, webUrl: string | null): Item {
  switch (step.kind) {
    case "cell":
      return item(say.cell(step), [], "strong");
    case "call":
      return item(say.call({ ...step, at: placeText(step.at, webUrl) }), [commandItem(step.at)]);
    case "via":
      return item(say.via({ ...step, at: placeText(step.at, webUrl) }), [commandItem(step.at)]);
    case "trigger":
      return item(say.trigger(step));
    case "guard":
      return item(say.guard(step));
    case "place":
      return item(say.place(placeText(step.at, webUrl)), [commandItem(step.at)]);
    case "change": {
      const subject = prose(bareSubject(step.subject, step.pullRequest));
      return item(say.change({ who: refer(step, webUrl), subject }), [
        item(name(`git show ${step.commit.slice(0, 10)}`)),
      ]);
    }
  }
}

function placeText(at: DerivedAt, webUrl: string | null): Text {
  return linked(`${at.file}:${at.line}@${at.commit.slice(0, 10)}`, permalink(webUrl, at));
}

/** Shows the line, with what stands around it. */
function commandItem({ commit, file, line }: DerivedAt): Item {
  const from = Math.max(1, line - 3);
  const command = `git show ${quoted(`${commit.slice(0, 10)}:${file}`)} | sed -n ${from},${line + 3}p`;
  return item(name(command), [], "faint");
}

/** As a POSIX shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function answers({ id, facts }: Finding, { explainFinding: say }: Messages): Item[] {
  const target = facts.rule === "undoes" && facts.undone.pullRequest !== null ? `#${facts.undone.pullRequest}` : id;
  return [
    item(say.intent(`Volteface-Intent: ${facts.rule === "undoes" ? "undo" : "ignore"} ${target} — …`)),
    item(say.comment(`/volteface ignore ${id} …`)),
  ];
}
