import { isBroken, matrixFormats, plain, type RuleCheck, type RulesAnswer, renderRules } from "../../report/index.js";
import {
  checkHazards,
  checkPack,
  describePack,
  type Evaluate,
  findPack,
  findPackFile,
  listBundledPacks,
  readPack,
  type SeeHazard,
} from "../../rules/index.js";
import { formatOf } from "../flags.js";
import { prepareOutput } from "../output.js";
import { paperFor } from "../paper.js";
import type { Call, CommandFile } from "../session.js";

/** `volteface rules list|check|explain`. */
export const rules: CommandFile = {
  name: "rules",
  define: (command, { cli: { help } }, act) => {
    command.description(plain(help.commands.rules));
    command.command("list").description(plain(help.commands.rulesList)).action(act(listRules));
    command
      .command("check")
      .description(plain(help.commands.rulesCheck))
      .argument("[id|file...]", plain(help.commands.ruleReferences))
      .action(act(checkRules));
    command
      .command("explain")
      .description(plain(help.commands.rulesExplain))
      .argument("<id|file>", plain(help.commands.ruleReference))
      .action(act(explainRules));
  },
};

async function listRules(call: Call): Promise<number> {
  const ids = await bundledIds();
  const packs = await Promise.all([...ids, ...call.flags.rules].map(findPack));
  await tell({ kind: "list", packs: packs.map(describePack) }, call);
  return 0;
}

async function explainRules(call: Call): Promise<number> {
  const pack = await findPack(call.args[0] ?? "");
  await tell({ kind: "explain", pack: describePack(pack) }, call);
  return 0;
}

async function checkRules(call: Call): Promise<number> {
  const named = [...call.args, ...call.flags.rules];
  const references = named.length > 0 ? named : await bundledIds();
  const { evaluateExample, evaluateHazard } = await import("../../analyze/index.js");
  const checks: RuleCheck[] = [];
  for (const reference of references) checks.push(await checkOne(reference, evaluateExample, evaluateHazard));
  await tell({ kind: "check", checks }, call);
  return checks.some(isBroken) ? 2 : 0;
}

async function checkOne(reference: string, evaluate: Evaluate, see: SeeHazard): Promise<RuleCheck> {
  const loaded = await readPack(await findPackFile(reference));
  if (!loaded.ok) return { reference, id: null, problems: loaded.problems, examples: [], hazards: [] };
  const { pack } = loaded;
  const [examples, hazards] = [await checkPack(pack, evaluate), checkHazards(pack, see)];
  return { reference, id: pack.id, problems: [], examples, hazards };
}

async function bundledIds(): Promise<string[]> {
  return (await listBundledPacks()).map((pack) => pack.id);
}

async function tell(answer: RulesAnswer, { flags, session }: Call): Promise<void> {
  const format = formatOf(flags, matrixFormats);
  const output = await prepareOutput(flags.output, session.io);
  await output.write(renderRules(answer, format, paperFor(session, flags)));
}
