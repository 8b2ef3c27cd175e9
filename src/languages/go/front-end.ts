import type { LanguageFrontEnd, Lowered } from "../contract.js";
import type { Expression } from "../tree.js";
import { Cursor } from "./cursor.js";
import { cut } from "./cut.js";
import { isGenerated } from "./generated.js";
import { parseDeclaration } from "./parse-declaration.js";
import { parsePattern } from "./parse-pattern.js";
import { print } from "./print.js";
import { roleOf } from "./roles.js";
import { SyntaxProblem } from "./scan.js";

/** Go, as of 1.26. */
export const goFrontEnd: LanguageFrontEnd = {
  id: "go",
  extensions: [".go"],
  roleOf,
  isGenerated,
  cut,
  lower,
  parseExpression,
  print,
};

function lower(text: string): Lowered {
  return catchProblem<Lowered>(
    () => ({ ok: true, declaration: parseDeclaration(new Cursor(text)) }),
    ({ line, message }) => ({ ok: false, line, message }),
  );
}

function parseExpression(text: string): { expression: Expression } | { message: string; offset: number } {
  return catchProblem<ReturnType<LanguageFrontEnd["parseExpression"]>>(
    () => ({ expression: parsePattern(new Cursor(text, true)) }),
    ({ message, offset }) => ({ message, offset }),
  );
}

function catchProblem<Result>(parse: () => Result, report: (problem: SyntaxProblem) => Result): Result {
  try {
    return parse();
  } catch (error) {
    if (error instanceof SyntaxProblem) return report(error);
    throw error;
  }
}
