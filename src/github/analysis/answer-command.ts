import { explainFinding, matrix, type ReviewRequest, timeline } from "../../analyze/index.js";
import { type EffectiveSettings, explainRule } from "../../config/index.js";
import { Failure, type Lang } from "../../primitives/index.js";
import {
  type AnsweredCommand,
  codedMessage,
  markdown,
  messagesIn,
  renderExplainedFinding,
  renderExplainedRule,
  renderMatrix,
  renderTimeline,
  type Text,
} from "../../report/index.js";
import type { Review } from "../../review/index.js";
import type { Pack } from "../../rules/index.js";
import { isVerb, usages } from "../commands/index.js";
import { commandsIn } from "./commands-in.js";
import type { Asked } from "./contract.js";

/** What commands are answered from. */
export interface Surroundings {
  readonly change: Omit<ReviewRequest, "all">;
  readonly base: string;
  readonly webUrl: string;
  readonly lang: Lang;
  readonly review: Review;
  readonly packs: readonly Pack[];
  readonly settings: EffectiveSettings;
}

const silent = () => {};
/** Of a finding's id, so much tells it from others. */
const SHORTEST_ID = 4;

/** Answers a command. What cannot be answered gets a line that says why. */
export async function answerCommand(asked: Asked, around: Surroundings): Promise<AnsweredCommand> {
  try {
    const text = await answerTo(asked.command, around);
    return { command: written(asked.command), author: asked.author, markdown: text };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const line = markdown(codedMessage(messagesIn(around.lang).failures, error.code, error.fields));
    return { command: written(asked.command), author: asked.author, markdown: line };
  }
}

async function answerTo(command: Asked["command"], around: Surroundings): Promise<string> {
  const { problems } = messagesIn(around.lang).app;
  switch (command.verb) {
    case "compare":
      return await compared(command.refs, around);
    case "timeline":
      return await told(around);
    case "explain":
      return await explained(command.id, around);
    case "help":
      return commandsIn(around.lang);
    case "refused":
      return markdown(problemText(command, problems));
  }
}

async function compared(refs: readonly string[], { change, webUrl, lang }: Surroundings): Promise<string> {
  const asked = { ...change, refs, evidence: false, align: null };
  const answers = await matrix(asked, silent);
  const paper = { lang, width: 80, color: false, webUrl };
  return answers
    .map((found) => renderMatrix(found.matrix, "markdown", { ...paper, packTitle: found.pack.title }))
    .join("\n");
}

async function told({ change, base, webUrl, lang }: Surroundings): Promise<string> {
  const how = { allBranches: false, deep: false, proposals: false };
  const answers = await timeline({ ...change, ref: base, ...how }, silent);
  const paper = { lang, width: 80, color: false, webUrl, statesKnown: false };
  return answers
    .map((found) => renderTimeline(found.timeline, "markdown", { ...paper, packTitle: found.pack.title }))
    .join("\n");
}

/** By a rule's name, or by a finding's id or its beginning. */
async function explained(id: string, { change, review, packs, settings, lang, webUrl }: Surroundings): Promise<string> {
  const { findings, stated, resolved } = review;
  const paper = { lang, width: 80, color: false, webUrl };
  const all = [...findings, ...[...stated, ...resolved].map(({ finding }) => finding)];
  const finding = all.find((each) => id.length >= SHORTEST_ID && each.id.startsWith(id.toLowerCase()));
  if (finding !== undefined) {
    return renderExplainedFinding(await explainFinding(finding.id, change, silent), "markdown", paper);
  }
  const rule = explainRule(id, packs, settings);
  if (rule === null) return markdown(messagesIn(lang).app.problems.nothingNamed(id));
  return renderExplainedRule(rule, "markdown", paper);
}

function problemText(
  { problem, word }: { readonly problem: string; readonly word: string },
  problems: ReturnType<typeof messagesIn>["app"]["problems"],
): Text {
  if (problem === "needs" && isVerb(word)) return problems.needs(usages[word]);
  if (problem === "no-finding") return problems.noFinding(word);
  return problem === "several" ? problems.several : problems.unknown(word, Object.values(usages));
}

/** A command as it is written. */
function written(command: Asked["command"]): string {
  switch (command.verb) {
    case "compare":
      return `/volteface compare ${command.refs.join(" ")}`;
    case "explain":
      return `/volteface explain ${command.id}`;
    case "refused":
      return `/volteface ${command.problem === "no-finding" ? "ignore " : ""}${command.word}`.trimEnd();
    default:
      return `/volteface ${command.verb}`;
  }
}
