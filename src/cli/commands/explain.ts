import { resolve } from "node:path";
import type { RepositorySettings } from "../../analyze/index.js";
import { type ExplainedRule, effectiveSettings, explainRule, ruleIds } from "../../config/index.js";
import { openRepository } from "../../git/index.js";
import { Failure, nearest } from "../../primitives/index.js";
import { matrixFormats, plain, renderExplainedFinding, renderExplainedRule } from "../../report/index.js";
import { findPacks, listBundledPacks } from "../../rules/index.js";
import { answer } from "../answer.js";
import { formatOf } from "../flags.js";
import { prepareOutput } from "../output.js";
import { paperFor } from "../paper.js";
import { reviewedChange } from "../reviewed-change.js";
import type { Call, CommandFile } from "../session.js";
import { settingsRequest } from "../settings-request.js";

/** `volteface explain RULE|FINDING`: what a rule means, or why a finding is there, and how to be rid of it. */
export const explain: CommandFile = {
  name: "explain",
  define: (command, { cli: { help } }, act) => {
    command
      .description(plain(help.commands.explain))
      .argument("<rule|finding>", plain(help.commands.explainRule))
      .option("--base <ref>", plain(help.commands.base))
      .option("--head <ref>", plain(help.commands.head))
      .action(act(runExplain));
  },
};

/** A fingerprint, and the number of one that is there several times. */
const FINDING = /^[0-9a-f]{12}(?:-\d+)?$/;

async function runExplain(call: Call): Promise<number> {
  const [what = ""] = call.args;
  if (FINDING.test(what)) await explainOne(what, call);
  else await explainRuleNamed(call);
  return 0;
}

async function explainOne(id: string, call: Call): Promise<void> {
  const { base, head, number } = reviewedChange({ ...call, args: [] });
  const request = {
    directory: resolve(call.session.io.cwd, call.flags.repo),
    ...{ base, head, number },
    against: [],
    rules: call.flags.rules,
    text: null,
    dispositions: [],
    settings: await settingsRequest(call, base),
    pullRequests: null,
    cache: true,
  };
  await answer(call, {
    formats: matrixFormats,
    ask: async (engine, listen) => [await engine.explainFinding(id, request, listen)],
    render: (found, format, paper) => renderExplainedFinding(found, format, paper),
  });
}

async function explainRuleNamed(call: Call): Promise<void> {
  const { args, flags, session } = call;
  const format = formatOf(flags, matrixFormats);
  const output = await prepareOutput(flags.output, session.io);
  const explained = await findRule(args[0] ?? "", call);
  await output.write(renderExplainedRule(explained, format, paperFor(session, flags)));
}

async function findRule(id: string, call: Call): Promise<ExplainedRule> {
  const settings = await settingsAtHand(call);
  const asked = settings.packs.length > 0 ? settings.packs : (await listBundledPacks()).map((pack) => pack.id);
  const packs = await findPacks(asked);
  const explained = explainRule(id, packs, settings);
  if (explained !== null) return explained;
  const known = ruleIds(packs);
  const fields = { rule: id, nearest: nearest(id, known) ?? "", known: known.join(", ") };
  throw new Failure("config.unknown-rule", fields);
}

/** Those of the repository, where there is one: a rule can be explained without. */
async function settingsAtHand(call: Call): Promise<Pick<RepositorySettings, "settings" | "origins" | "packs">> {
  const { flags, session } = call;
  const request = await settingsRequest(call, null);
  const repository = await openRepository(resolve(session.io.cwd, flags.repo)).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not-a-repository") return null;
    throw error;
  });
  if (repository === null) return { ...effectiveSettings(request.layers), packs: flags.rules };
  const { readSettings } = await import("../../analyze/index.js");
  return readSettings(repository, request).finally(() => repository.close());
}
