import { type Expression, goFrontEnd, type Statement } from "../../../src/languages/index.js";

/** What a function's body was understood as: a line for each statement, indented by what it is part of. */
export function outlineOf(body: string): string {
  const lowered = goFrontEnd.lower(`func f() {\n${body}\n}`);
  if (!lowered.ok) return `line ${lowered.line}: ${lowered.message}`;
  const { declaration } = lowered;
  if (declaration.kind !== "function" || declaration.body === null) return "no body";
  return linesOf(declaration.body.statements).join("\n");
}

type Statements = readonly (Statement | null)[];

function linesOf(statements: Statements): string[] {
  return statements.flatMap((statement) => (statement === null ? [] : describe(statement)));
}

function inside(head: string, ...parts: (Statements | string[])[]): string[] {
  const lines = parts.flatMap((part) => part.flatMap((line) => (typeof line === "string" ? [line] : linesOf([line]))));
  return [head, ...lines.map((line) => `  ${line}`)];
}

function list(expressions: readonly Expression[]): string {
  return expressions.map(goFrontEnd.print).join(", ");
}

function describe(statement: Statement): string[] {
  switch (statement.kind) {
    case "assign":
      return [
        `${statement.declares ? "declare" : "assign"} ${list(statement.targets)} ${statement.operator} ${list(statement.values)}`,
      ];
    case "declare":
      return [
        `${statement.constant ? "constant" : "variable"} ${statement.names.join(", ")} (${statement.type}) = ${list(statement.values)}`,
      ];
    case "expression":
      return [`do ${goFrontEnd.print(statement.expression)}`];
    case "send":
      return [`send ${list([statement.value])} to ${list([statement.channel])}`];
    case "if":
      return [
        ...linesOf([statement.init]).map((line) => `first ${line}`),
        ...inside(`if ${goFrontEnd.print(statement.condition)}`, statement.then.statements),
        ...(statement.otherwise === null ? [] : inside("else", [statement.otherwise])),
      ];
    case "switch":
      return inside(
        `switch ${statement.subject === null ? "" : list([statement.subject])}${statement.byType === null ? "" : ` by type as ${statement.byType.binds}`}`,
        linesOf([statement.init]).map((line) => `first ${line}`),
        statement.clauses.flatMap(({ values, isDefault, body, fallsThrough }) =>
          inside(`${isDefault ? "default" : `case ${list(values)}`}${fallsThrough ? ", then on" : ""}`, body),
        ),
      );
    case "loop":
      return inside(`loop "${statement.header}"`, describeHeader(statement), statement.body.statements);
    case "select":
      return inside(
        "select",
        statement.clauses.flatMap(({ communication, body }) =>
          inside(communication === null ? "default" : `case ${describe(communication).join()}`, body),
        ),
      );
    case "later":
      return [`${statement.when} ${goFrontEnd.print(statement.call)}`];
    case "return":
      return [`return ${list(statement.values)}`.trimEnd()];
    case "branch":
      return [statement.label === null ? statement.to : `${statement.to} ${statement.label}`];
    case "labeled":
      return inside(`label ${statement.label}`, [statement.statement]);
    case "block":
      return inside("block", statement.statements);
  }
}

function describeHeader({ init, condition, post, range }: Extract<Statement, { kind: "loop" }>): string[] {
  return [
    ...linesOf([init]).map((line) => `first ${line}`),
    ...(condition === null ? [] : [`while ${goFrontEnd.print(condition)}`]),
    ...linesOf([post]).map((line) => `then ${line}`),
    ...(range === null
      ? []
      : [
          `over ${goFrontEnd.print(range.over)} ${range.declares ? "declare" : "assign"} ${list(range.targets)}`.trimEnd(),
        ]),
  ];
}
