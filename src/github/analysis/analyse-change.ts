import { readSettings, review, type SettingsRequest } from "../../analyze/index.js";
import { effectiveSettings, explainRule, type Settings, type SettingsLayer } from "../../config/index.js";
import { openRepository } from "../../git/index.js";
import { type Lang, severities, version } from "../../primitives/index.js";
import {
  type AnsweredCommand,
  markdown,
  messagesIn,
  plain,
  renderReview,
  renderReviewTitle,
} from "../../report/index.js";
import { isWorthAComment, type Review } from "../../review/index.js";
import { annotationsOf } from "./annotations-of.js";
import { answerCommand } from "./answer-command.js";
import { commandsIn } from "./commands-in.js";
import type { Analysis, AnalysisRequest } from "./contract.js";

/**
 * Looks at a change in a mirror, and puts what there is to say into words.
 *
 * @param layers settings that count before those of the repository
 */
export async function analyseChange(
  request: AnalysisRequest,
  layers: readonly SettingsLayer[] = [],
): Promise<Analysis> {
  const { directory, webUrl, base, head, number, draft, text, dispositions, commands } = request;
  const settings = { file: null, ref: base, layers };
  const { wanted, gitDirectory } = await look(directory, settings);
  const lang = wanted.settings.language ?? "en";
  if (draft && !wanted.settings.drafts && commands.length === 0) return await unseenDraft(request, lang);
  const change = {
    directory,
    base,
    head,
    number,
    against: [],
    rules: [],
    text,
    dispositions,
    settings,
    pullRequests: null,
    cache: true,
  };
  const { review: found, behind } = await review({ ...change, all: false }, () => {});
  const packs = behind.map(({ pack }) => pack);
  const around = { change, base, webUrl, lang, review: found, packs, settings: wanted };
  const answers: AnsweredCommand[] = [];
  for (const asked of commands) answers.push(await answerCommand(asked, around));
  const body = renderReview(found, "markdown", {
    lang,
    width: 80,
    color: false,
    webUrl,
    behind,
    version: version(),
    all: false,
    explained: (rule) => explainRule(rule, packs, effectiveSettings([])),
    answers,
    ...(number === null ? {} : { commands: commandsIn(lang) }),
  });
  return {
    base: found.base?.commit ?? found.head.commit,
    mergeBase: found.mergeBase,
    head: found.head.commit,
    seen: true,
    mayComment: wanted.settings.comment,
    worthAComment: isWorthAComment(found) || commands.length > 0 || found.stated.some(({ by }) => by === "disposition"),
    title: renderReviewTitle(found, lang),
    body,
    folded: markdown(messagesIn(lang).app.folded([{ name: found.head.commit.slice(0, 10) }])),
    conclusion: conclusionOf(found, wanted.settings),
    annotations: await annotationsOf(found, { gitDirectory, lang, most: wanted.settings.annotations }),
  };
}

/** What is told of a draft where drafts are not looked at. */
async function unseenDraft({ directory, base, head }: AnalysisRequest, lang: Lang): Promise<Analysis> {
  const repository = await openRepository(directory);
  try {
    const [onto, tip] = await repository.resolve([base, head]);
    const { draft, draftSummary } = messagesIn(lang).app.check;
    const silent = { seen: false, mayComment: false, worthAComment: false, folded: "", annotations: [] };
    const told = { title: plain(draft), body: markdown(draftSummary), conclusion: "neutral" } as const;
    return { base: onto?.commit ?? "", mergeBase: null, head: tip?.commit ?? "", ...silent, ...told };
  } finally {
    await repository.close();
  }
}

async function look(directory: string, settings: SettingsRequest) {
  const repository = await openRepository(directory);
  try {
    return { wanted: await readSettings(repository, settings), gitDirectory: repository.gitDirectory };
  } finally {
    await repository.close();
  }
}

/** A check fails only where the repository wants it to. */
function conclusionOf({ findings }: Review, { failOn }: Pick<Settings, "failOn">): Analysis["conclusion"] {
  const told = findings.filter(({ mode }) => mode !== "monitor");
  const fails = told.some(
    ({ mode, severity }) =>
      mode === "block" || (failOn !== null && severities.indexOf(severity) >= severities.indexOf(failOn)),
  );
  return fails ? "failure" : told.length > 0 ? "neutral" : "success";
}
