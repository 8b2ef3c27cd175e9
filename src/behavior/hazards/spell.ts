import { printTerm } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";
import type { Code } from "./code.js";

/**
 * A term by the names of this function, spelled out from where its object comes
 * in: `vmi.Status.MigrationState`, even where the code calls it `state`.
 */
export function spell(term: Term, code: Code): string {
  switch (term.kind) {
    case "member":
      return `${spell(term.object, code)}.${term.name}`;
    case "index":
      return `${spell(term.object, code)}[${spell(term.index, code)}]`;
    case "call":
      return `${spell(term.callee, code)}(${term.arguments.map((each) => spell(each, code)).join(", ")})`;
    case "unary":
      return term.operator + spell(term.operand, code);
    case "binary":
      return `${spell(term.left, code)} ${term.operator} ${spell(term.right, code)}`;
    case "part":
    case "receiver":
    case "element":
      return code.namesOf(term)[0] ?? printTerm(term);
    default:
      return printTerm(term);
  }
}
