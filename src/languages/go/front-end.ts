import type { LanguageFrontEnd, Lowered } from "../contract.js";
import type { Declaration, Expression } from "../tree.js";
import { blank } from "./blank.js";
import { Cursor } from "./cursor.js";
import { cut } from "./cut.js";

import { isGenerated } from "./generated.js";
import { parseElement } from "./parse-composite.js";
import { parseDeclaration } from "./parse-declaration.js";
import { print } from "./print.js";
import { roleOf } from "./roles.js";
import { SyntaxProblem } from "./scan.js";
import { rejectDeepTree } from "./tree-depth.js";

/** Go, as of 1.26. */
export const goFrontEnd: LanguageFrontEnd = {
  id: "go",
  extensions: [".go"],
  roleOf,
  isGenerated,
  cut,
  lower,
  parseExpression,
  blank,
  print,
};

function lower(text: string): Lowered {
  return catchProblem<Lowered>(
    () => ({ ok: true, declaration: parseWhole(new Cursor(text), parseDeclaration) }),
    ({ line, message }) => ({ ok: false, line, message }),
  );
}

function parseExpression(text: string): ReturnType<LanguageFrontEnd["parseExpression"]> {
  return catchProblem<ReturnType<LanguageFrontEnd["parseExpression"]>>(
    () => ({ expression: parseWhole(new Cursor(text, true), parseElement) }),
    ({ message, offset }) => ({ message, offset }),
  );
}

/** Parses a text that consists of one thing only. */
function parseWhole<Tree extends Declaration | Expression>(cursor: Cursor, parse: (cursor: Cursor) => Tree): Tree {
  const tree = parse(cursor);
  cursor.accept(";");
  if (!cursor.at("end")) cursor.rejectToken("the end");
  rejectDeepTree(cursor, tree);
  return tree;
}

function catchProblem<Result>(parse: () => Result, report: (problem: SyntaxProblem) => Result): Result {
  try {
    return parse();
  } catch (error) {
    if (error instanceof SyntaxProblem) return report(error);
    throw error;
  }
}
