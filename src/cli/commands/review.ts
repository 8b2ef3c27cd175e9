import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { ReviewAnswer, ReviewRequest } from "../../analyze/index.js";
import { effectiveSettings, explainRule } from "../../config/index.js";
import { Failure, version } from "../../primitives/index.js";
import { plain, renderReview, reviewFormats } from "../../report/index.js";
import { answer } from "../answer.js";
import { askedPullRequests } from "../pull-requests.js";
import { reviewedChange } from "../reviewed-change.js";
import type { Call, CommandFile } from "../session.js";
import { settingsRequest } from "../settings-request.js";
import { exitCodeFor } from "../severity.js";

/** `volteface review [CHANGE]`: what would be said about a pull request. */
export const review: CommandFile = {
  name: "review",
  define: (command, { cli: { help } }, act) => {
    command
      .summary(plain(help.commands.review))
      .description(`${plain(help.commands.review)}\n\n${plain(help.commands.failOnReview)}`)
      .argument("[change]", plain(help.commands.reviewedChange))
      .option("--base <ref>", plain(help.commands.base))
      .option("--head <ref>", plain(help.commands.head))
      .option("--against <ref...>", plain(help.commands.against))
      .option("--description <file>", plain(help.commands.descriptionFile))
      .option("--all", plain(help.commands.allFindings))
      .action(act(runReview));
  },
};

async function runReview(call: Call): Promise<number> {
  const { flags, own, session } = call;
  const { base, head, number } = reviewedChange(call);
  const pullRequests = await askedPullRequests(call);
  const request: ReviewRequest = {
    directory: resolve(session.io.cwd, flags.repo),
    base,
    head,
    number,
    against: Array.isArray(own.against) ? own.against : [],
    rules: flags.rules,
    all: own.all === true,
    text: typeof own.description === "string" ? await readDescription(own.description, call) : null,
    dispositions: [],
    settings: await settingsRequest(call, base),
    pullRequests: pullRequests?.lookUp ?? null,
    cache: true,
  };
  const answers = await answer(call, {
    formats: reviewFormats,
    ask: async (engine, listen): Promise<readonly ReviewAnswer[]> => [await engine.review(request, listen)],
    render: ({ review: found, behind }, format, paper) => {
      const packs = behind.map(({ pack }) => pack);
      const explained = (rule: string) => explainRule(rule, packs, effectiveSettings([]));
      const told = { version: version(), all: request.all, explained };
      return renderReview(found, format, { ...paper, behind, ...told });
    },
  });
  return exitCodeFor(
    answers.flatMap(({ review: { findings } }) =>
      findings.flatMap(({ mode, severity }) => (mode === "monitor" ? [] : [severity])),
    ),
    flags.failOn,
  );
}

/** The first line of a description is its title, as that of a commit is its subject. */
async function readDescription(file: string, { session }: Call): Promise<ReviewRequest["text"]> {
  try {
    const [title = "", ...rest] = (await readFile(resolve(session.io.cwd, file), "utf8")).split("\n");
    return { title: title.trim(), description: rest.join("\n").trim() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure("description-unreadable", { file, reason: code ?? String(error) }, { cause: error });
  }
}
