import { resolve } from "node:path";
import { matrixFormats, plain, renderTimeline } from "../../report/index.js";
import { answer } from "../answer.js";
import { askedPullRequests, statesKnown } from "../pull-requests.js";
import type { Call, CommandFile } from "../session.js";
import { settingsRequest } from "../settings-request.js";

/** `volteface timeline [REF]`: who changed which cell, and who undid whom. */
export const timeline: CommandFile = {
  name: "timeline",
  define: (command, { cli: { help } }, act) => {
    command
      .summary(plain(help.commands.timeline))
      .description(`${plain(help.commands.timeline)}\n\n${plain(help.commands.proposals)}`)
      .argument("[ref]", plain(help.commands.timelineRef))
      .option("--all-branches", plain(help.commands.allBranches))
      .option("--deep", plain(help.commands.deep))
      .option("--no-proposals", plain(help.commands.noProposals))
      .action(act(runTimeline));
  },
};

async function runTimeline(call: Call): Promise<number> {
  const { args, flags, own, session } = call;
  const pullRequests = await askedPullRequests(call);
  await answer(call, {
    formats: matrixFormats,
    ask: async (engine, listen) =>
      engine.timeline(
        {
          directory: resolve(session.io.cwd, flags.repo),
          ref: args[0] ?? null,
          rules: flags.rules,
          settings: await settingsRequest(call, null),
          allBranches: own.allBranches === true,
          deep: own.deep === true,
          proposals: own.proposals !== false,
          pullRequests: pullRequests?.lookUp ?? null,
          cache: true,
        },
        listen,
      ),
    render: (found, format, paper) =>
      renderTimeline(found.timeline, format, {
        ...paper,
        packTitle: found.pack.title,
        statesKnown: statesKnown(pullRequests),
      }),
  });
  return 0;
}
