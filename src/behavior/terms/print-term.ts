import type { Term } from "./term.js";

/** How a term is shown to people: the Go text it stands for, as short as it is clear. */
export function printTerm(term: Term): string {
  switch (term.kind) {
    case "constant":
      return term.type === "string" ? JSON.stringify(term.value) : term.value;
    case "symbol":
      return term.qualifier === null ? term.name : `${term.qualifier}.${term.name}`;
    case "parameter":
    case "local":
      return term.name;
    case "receiver":
      return term.type;
    case "member":
      return term.object.kind === "receiver" ? term.name : `${printTerm(term.object)}.${term.name}`;
    case "index":
      return `${printTerm(term.object)}[${printTerm(term.index)}]`;
    case "call":
      return `${printTerm(term.callee)}(${term.arguments.map(printTerm).join(", ")})`;
    case "part":
      return printTerm(term.of);
    case "has":
      return `has ${printTerm(term.of)}`;
    case "assertion":
      return `${printTerm(term.object)}.(${term.type})`;
    case "element":
      return `each ${printTerm(term.of)}`;
    case "unary":
      return `${term.operator}${printTerm(term.operand)}`;
    case "binary":
      return `${printTerm(term.left)} ${term.operator} ${printTerm(term.right)}`;
    case "composite":
      return `${term.type}{…}`;
    case "other":
      return term.text;
  }
}

/** The last name of a callee: `c.nb.Clean` -> `Clean`. */
export function lastName(callee: Term): string {
  if (callee.kind === "member" || callee.kind === "symbol" || callee.kind === "local" || callee.kind === "parameter")
    return callee.name;
  return callee.kind === "index" ? lastName(callee.object) : "";
}
