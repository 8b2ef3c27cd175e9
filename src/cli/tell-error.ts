import { createHash } from "node:crypto";
import { Failure, Failures } from "../primitives/index.js";
import { codedMessage, type Messages, plain, printable, problemLine } from "../report/index.js";
import { InvalidFile } from "../rules/index.js";
import type { Io } from "./io.js";

/** Tells an error in one line and answers the exit code: 2 for a mistake of the user, 3 for one of ours. */
export async function tellError(error: unknown, io: Io, messages: Messages, debug: boolean): Promise<number> {
  const lines = error instanceof Failure ? failureLines(error, messages) : [bugLine(error, messages)];
  const trace = debug ? traceOf(error) : [];
  await io.stderr.write([...lines, ...trace].map((line) => `${line}\n`).join(""));
  return error instanceof Failure ? 2 : 3;
}

function failureLines(failure: Failure, messages: Messages): string[] {
  if (failure instanceof Failures) return failure.problems.flatMap((problem) => failureLines(problem, messages));
  const line = `volteface: ${plain(codedMessage(messages.failures, failure.code, failure.fields))}`;
  if (!(failure instanceof InvalidFile)) return [line];
  return [line, ...failure.problems.map((problem) => plain(problemLine(problem, messages)))];
}

function bugLine(error: unknown, messages: Messages): string {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `volteface: ${plain(messages.cli.ourBug(bugId(error), message.split("\n", 1)[0] ?? ""))}`;
}

/** The same for the same bug on every machine: made from the functions on the stack, not from paths or values. */
function bugId(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.name) : String(error);
  const functions = stack.split("\n").flatMap((line) => /^\s+at (?:async )?([^\s(]+) \(/.exec(line)?.[1] ?? []);
  const name = error instanceof Error ? error.name : typeof error;
  return createHash("sha256")
    .update([name, ...functions].join("\n"))
    .digest("hex")
    .slice(0, 8);
}

function traceOf(error: unknown): string[] {
  const lines: string[] = [];
  for (let each: unknown = error; each instanceof Error && lines.length < 200; each = each.cause) {
    lines.push(...(each.stack ?? String(each)).split("\n").map(printable));
  }
  return lines;
}
