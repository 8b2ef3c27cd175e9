import { resolve } from "node:path";
import type { ReportRequest } from "../../analyze/index.js";
import { concernedMatrix, matrixFormats, plain, renderReport } from "../../report/index.js";
import { answer } from "../answer.js";
import { askedPullRequests, statesKnown } from "../pull-requests.js";
import type { Call, CommandFile } from "../session.js";
import { settingsRequest } from "../settings-request.js";
import { exitCodeFor, severitiesOfGaps, severityOfDifference } from "../severity.js";

/** `volteface report [REF...]`: matrix, timeline, backports and warnings in one document. */
export const report: CommandFile = {
  name: "report",
  define: (command, { cli: { help } }, act) => {
    command
      .summary(plain(help.commands.report))
      .description(
        [help.commands.report, help.commands.proposals, help.commands.failOnReport]
          .map((text) => plain(text))
          .join("\n\n"),
      )
      .argument("[ref...]", plain(help.commands.reportRefs))
      .option("--deep", plain(help.commands.deep))
      .option("--no-proposals", plain(help.commands.noProposals))
      .action(act(runReport));
  },
};

async function runReport(call: Call): Promise<number> {
  const { args, flags, own, session } = call;
  const [ref = null, ...against] = args;
  const pullRequests = await askedPullRequests(call);
  const request = {
    directory: resolve(session.io.cwd, flags.repo),
    ref,
    against,
    rules: flags.rules,
    settings: await settingsRequest(call, null),
    deep: own.deep === true,
    proposals: own.proposals !== false,
    pullRequests: pullRequests?.lookUp ?? null,
    cache: true,
  };
  return answerReport(call, request, () => statesKnown(pullRequests));
}

/** Whether the states of proposals are known is known only once they were asked for. */
export async function answerReport(call: Call, request: ReportRequest, statesAreKnown: () => boolean): Promise<number> {
  const answers = await answer(call, {
    formats: matrixFormats,
    ask: (engine, listen) => engine.report(request, listen),
    render: (found, format, paper) =>
      renderReport(found, format, {
        ...paper,
        packTitle: found.pack.title,
        statesKnown: statesAreKnown(),
      }),
  });
  return exitCodeFor(
    answers.flatMap((each) => [
      ...concernedMatrix(each.matrix).concerned.differences.map(severityOfDifference),
      ...severitiesOfGaps(each.backports),
      ...each.findings.filter(({ mode }) => mode !== "monitor").map(({ severity }) => severity),
    ]),
    call.flags.failOn,
  );
}
