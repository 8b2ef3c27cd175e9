import { resolve } from "node:path";
import type { MatrixRequest } from "../../analyze/index.js";
import { Failure } from "../../primitives/index.js";
import { matrixFormats, plain, renderMatrix } from "../../report/index.js";
import { answer } from "../answer.js";
import type { Call, CommandFile } from "../session.js";
import { settingsRequest } from "../settings-request.js";
import { exitCodeFor, severityOfDifference } from "../severity.js";

/** `volteface matrix [REF...]`: what each ref does at each stage. */
export const matrix: CommandFile = {
  name: "matrix",
  define: (command, { cli: { help } }, act) => {
    command
      .summary(plain(help.commands.matrix))
      .description(`${plain(help.commands.matrix)}\n\n${plain(help.commands.failOnMatrix)}`)
      .argument("[ref...]", plain(help.commands.refs))
      .option("--evidence", plain(help.commands.evidence))
      .option("--align <X=Y>", plain(help.commands.align))
      .action(act(runMatrix));
  },
};

async function runMatrix(call: Call): Promise<number> {
  const { args, flags, own, session } = call;
  const align = typeof own.align === "string" ? parseAlign(own.align, args) : null;
  return answerMatrix(call, {
    directory: resolve(session.io.cwd, flags.repo),
    refs: withAligned(args, align),
    rules: flags.rules,
    settings: await settingsRequest(call, null),
    evidence: own.evidence === true,
    align,
    cache: true,
  });
}

/** Asks the engine, and hands its answers to a renderer: one after the other, in the order of the rules. */
async function answerMatrix(call: Call, request: MatrixRequest): Promise<number> {
  const answers = await answer(call, {
    formats: matrixFormats,
    ask: (engine, listen) => engine.matrix(request, listen),
    render: ({ matrix, pack, evidence, alignment }, format, paper) =>
      renderMatrix(matrix, format, {
        ...paper,
        packTitle: pack.title,
        ...(request.evidence ? { evidence } : {}),
        ...(request.align === null ? {} : { align: { ...request.align, steps: alignment ?? [] } }),
      }),
  });
  return exitCodeFor(
    answers.flatMap((each) => each.matrix.differences.map(severityOfDifference)),
    call.flags.failOn,
  );
}

/** `X=Y`. A ref may contain "=" itself, so a split into two refs of the line comes first. */
function parseAlign(text: string, refs: readonly string[]): { from: string; to: string } {
  const splits = [...text.matchAll(/=/g)].map(({ index }) => ({
    from: text.slice(0, index),
    to: text.slice(index + 1),
  }));
  const known = splits.find(({ from, to }) => refs.includes(from) && refs.includes(to));
  const align = known ?? splits[0];
  if (align !== undefined && align.from !== "" && align.to !== "") return align;
  throw new Failure("usage.bad-value", { value: text, flag: "--align", form: "X=Y" });
}

/** The two refs to be aligned are part of the matrix, the model first when there is nothing else. */
function withAligned(refs: readonly string[], align: { from: string; to: string } | null): readonly string[] {
  return align === null ? refs : [...new Set([...refs, align.to, align.from])];
}
