import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plain } from "../../report/index.js";
import { cleanLater } from "../cleanup.js";
import type { Call, CommandFile } from "../session.js";
import { answerReport } from "./report.js";

const STORY = "kube-ovn-migration";
const RULES = "kube-ovn/live-migration";

/** `volteface demo`: the report on a story that comes along, built as a real repository and removed afterwards. */
export const demo: CommandFile = {
  name: "demo",
  define: (command, { cli: { help } }, act) => {
    command.description(plain(help.commands.demo)).action(act(runDemo));
  },
};

async function runDemo(call: Call): Promise<number> {
  const { io, messages } = call.session;
  const directory = await mkdtemp(join(tmpdir(), "volteface-demo-"));
  const remove = cleanLater(() => rmSync(directory, { recursive: true, force: true }));
  try {
    const { buildStory } = await import("../../stories/index.js");
    const branches = branchesOf((await buildStory(STORY, directory)).refs);
    await io.stderr.write(`volteface: ${plain(messages.cli.demo(branches.length))}\n`);
    const [ref = null, ...against] = branches;
    const request = {
      directory,
      ref,
      against,
      rules: [RULES],
      deep: false,
      proposals: true,
      pullRequests: null,
      cache: false,
    };
    return await answerReport(call, request, () => false);
  } finally {
    remove();
  }
}

/** Master, whose history is told, then release branches by version. */
function branchesOf(refs: Readonly<Record<string, string>>): string[] {
  const branches = Object.keys(refs).flatMap((name) => /^refs\/heads\/(.+)$/.exec(name)?.[1] ?? []);
  const byVersion = new Intl.Collator("en", { numeric: true });
  const releases = branches.filter((name) => name.startsWith("release-")).sort(byVersion.compare);
  return [...branches.filter((name) => name === "master"), ...releases];
}
