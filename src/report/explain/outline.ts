import type { ExplainedRule } from "../../config/index.js";
import { SETTINGS_PATH } from "../../primitives/index.js";
import { originText } from "../config/outline.js";
import type { Messages } from "../locales/index.js";
import { type Chapter, item, type Outline } from "../outline.js";
import { paragraphsOf } from "../prose-paragraphs.js";
import { plain } from "../terminal/escape.js";
import { name, prose, type Text } from "../text.js";

/** A rule for someone who meets it for the first time: what, why, what to do, how to be rid of it. */
export function outlineExplainedRule(explained: ExplainedRule, messages: Messages): Outline {
  const { rule, severity, mode, reason, origin } = explained;
  const { explain } = messages.config;
  const from = origin.kind === "file" ? name(`${origin.file}:${origin.line}`) : originText(origin, messages);
  const because = reason === null ? [] : explain.because(prose(reason));
  const facts = [
    explain.severity(severity),
    explain.mode({ mode, origin: from, reason: because, what: explain.modes[mode] }),
    ...(rule.kind === "rule" && rule.hasLatent ? [explain.latent] : []),
    ...(rule.kind === "hazard" ? [explain.ofPack(rule.pack)] : []),
  ];
  return {
    opening: explain.titled(rule.id, rule.kind === "rule" ? messages.ruleTexts[rule.id].title : prose(rule.message)),
    paragraphs: facts.map((text) => ({ text, bullet: true })),
    chapters: [...wordsOf(explained, messages), silenceChapter(explained, messages)],
  };
}

function wordsOf({ rule }: ExplainedRule, messages: Messages): Chapter[] {
  const { headings } = messages.config.explain;
  if (rule.kind === "hazard")
    return [{ title: headings.meaning, items: paragraphsOf(rule.explanation).map(({ text }) => item(text)) }];
  const { meaning, matters, advice } = messages.ruleTexts[rule.id];
  const chapter = (title: Text, text: Text): Chapter => ({ title, items: [item(text)] });
  return [chapter(headings.meaning, meaning), chapter(headings.matters, matters), chapter(headings.advice, advice)];
}

function silenceChapter({ rule }: ExplainedRule, { config: { explain } }: Messages): Chapter {
  const { silence, headings } = explain;
  const reason = plain(silence.reason);
  const setting = `rules: { ${rule.id}: { mode: off, reason: "${reason}" } }`;
  return {
    title: headings.silence,
    items: [
      item(silence.everywhere(SETTINGS_PATH), [item(silence.code(setting))]),
      ...(rule.id === "undoes" || rule.id === "undoes-by-lines"
        ? [item(silence.once(`Volteface-Intent: undo #123 — ${reason}`))]
        : []),
      ...(rule.id === "missing-backport" ? [item(silence.backport(SETTINGS_PATH))] : []),
    ],
  };
}
