import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Failure, SETTINGS_PATH } from "../../primitives/index.js";
import { matrixFormats, plain, renderInit, settingsFile, WORKFLOW_PATH, workflowFile } from "../../report/index.js";
import { ruleDescriptions } from "../../review/index.js";
import { formatOf } from "../flags.js";
import { prepareOutput } from "../output.js";
import { paperFor } from "../paper.js";
import { showProgress } from "../progress.js";
import type { Call, CommandFile } from "../session.js";

/** `volteface init`: settings fitted to the repository, and with `--action` a workflow. */
export const init: CommandFile = {
  name: "init",
  define: (command, { cli: { help } }, act) => {
    command
      .description(plain(help.commands.init))
      .option("--force", plain(help.commands.initForce))
      .option("--action", plain(help.commands.initAction))
      .option("--uses <owner/repo@ref>", plain(help.commands.initUses))
      .action(act(runInit));
  },
};

async function runInit(call: Call): Promise<number> {
  const { flags, own, session } = call;
  const format = formatOf(flags, matrixFormats);
  const uses = own.action === true ? usesOf(own.uses) : null;
  const output = await prepareOutput(flags.output, session.io);
  const progress = showProgress(session);
  const { survey } = await import("../../analyze/index.js");
  const found = await survey(resolve(session.io.cwd, flags.repo), progress.listen).finally(progress.stop);
  const rules = ruleDescriptions.map(({ id, mode }) => ({ id, mode }));
  const drafts = [
    { path: SETTINGS_PATH, text: settingsFile({ ...found, rules }, session.lang) },
    ...(uses === null ? [] : [{ path: WORKFLOW_PATH, text: workflowFile(uses, session.lang) }]),
  ];
  const files = await writeMissing(drafts, found.root, own.force === true, session.io);
  const done = { files, packs: found.packs.map(({ id }) => id), workflow: files.includes(WORKFLOW_PATH) };
  await output.write(renderInit(done, format, paperFor(session, flags)));
  return 0;
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses */
const USES = /^[\w.-]+\/[\w.-]+(?:\/[\w.-]+)*@[\w./-]+$/;

/** Where the Action comes from. Its owner is not ours to guess. */
function usesOf(given: unknown): string {
  if (typeof given !== "string") throw new Failure("config.no-uses");
  if (USES.test(given)) return given;
  throw new Failure("usage.bad-value", { value: given, flag: "--uses", form: "OWNER/REPO@REF" });
}

/** Writes the files that are not there yet, or with `force` all of them; fails when that is none. */
async function writeMissing(
  drafts: readonly { readonly path: string; readonly text: string }[],
  root: string,
  force: boolean,
  io: Call["session"]["io"],
): Promise<string[]> {
  const missing = drafts.filter(({ path }) => force || !existsSync(join(root, path)));
  if (missing.length === 0) throw new Failure("config.exists", { file: drafts.map(({ path }) => path).join(", ") });
  for (const { path, text } of missing) {
    const file = join(root, path);
    // Where that fails, writing tells why.
    await mkdir(dirname(file), { recursive: true }).catch(() => {});
    await (await prepareOutput(file, io)).write(text);
  }
  return missing.map(({ path }) => path);
}
