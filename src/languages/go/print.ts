/**
 * One spelling for each expression, on one line, close to what gofmt writes.
 * What it prints parses (as a pattern) to a tree that prints the same.
 */
import type {
  Binary,
  Call,
  Composite,
  Expression,
  FunctionLiteral,
  Literal,
  Parameter,
  Slice,
  Unary,
} from "../tree.js";
import { quoteCharacter, quoteString } from "./literals.js";
import { ELISION } from "./scan.js";
import { precedenceOf } from "./tokens.js";

export function print(expression: Expression): string {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "literal":
      return printLiteral(expression);
    case "member":
      return `${printOperand(expression.object)}.${expression.name}`;
    case "index":
      return `${printOperand(expression.object)}[${printList(expression.indices)}]`;
    case "slice":
      return printSlice(expression);
    case "call":
      return printCall(expression);
    case "unary":
      return printUnary(expression);
    case "binary":
      return printBinary(expression);
    case "composite":
      return printComposite(expression);
    case "function":
      return printFunction(expression);
    case "assertion":
      return `${printOperand(expression.object)}.(${expression.type === null ? "type" : print(expression.type)})`;
    case "type":
      return expression.text;
  }
}

/** `(a int, b ...string) (int, error)`: what follows `func` in a type or literal, and a method's name. */
export function printSignature(parameters: readonly Parameter[], results: readonly Parameter[]): string {
  const head = `(${parameters.map(printParameter).join(", ")})`;
  const [only] = results;
  if (only === undefined) return head;
  if (results.length === 1 && only.name === null) return `${head} ${only.type}`;
  return `${head} (${results.map(printParameter).join(", ")})`;
}

function printParameter({ name, type, variadic }: Parameter): string {
  const written = variadic ? `...${type}` : type;
  return name === null ? written : `${name} ${written}`;
}

function printList(expressions: readonly Expression[]): string {
  return expressions.map(print).join(", ");
}

function printLiteral({ type, value }: Literal): string {
  if (type === "string") return quoteString(value);
  return type === "character" ? quoteCharacter(value) : value;
}

function printSlice({ object, bounds }: Slice): string {
  return `${printOperand(object)}[${bounds.map((bound) => (bound === null ? "" : print(bound))).join(":")}]`;
}

function printCall({ callee, arguments: values, spread }: Call): string {
  return `${printOperand(callee)}(${printList(values)}${spread ? "..." : ""})`;
}

function printUnary({ operator, operand }: Unary): string {
  const text = print(operand);
  return operand.kind === "binary" || runsTogether(operator, text) ? `${operator}(${text})` : operator + text;
}

/** `- -x` and `& ^x` would be read as `--x` and `&^x`. */
function runsTogether(operator: string, text: string): boolean {
  return precedenceOf(operator) > 0 && (text.startsWith(operator) || (operator === "&" && text.startsWith("^")));
}

function printBinary({ operator, left, right }: Binary): string {
  const precedence = precedenceOf(operator);
  return `${printSide(left, precedence)} ${operator} ${printSide(right, precedence + 1)}`;
}

function printSide(side: Expression, lowest: number): string {
  const text = print(side);
  return side.kind === "binary" && precedenceOf(side.operator) < lowest ? `(${text})` : text;
}

function printComposite({ type, entries }: Composite): string {
  const written = entries.map(({ key, value }) => (key === null ? print(value) : `${print(key)}: ${print(value)}`));
  return `${type === null ? "" : print(type)}{${written.join(", ")}}`;
}

function printFunction({ parameters, results, body }: FunctionLiteral): string {
  return `func${printSignature(parameters, results)} {${body.statements.length > 0 ? ELISION : ""}}`;
}

/** What an operator written behind it would otherwise take apart. */
function printOperand(operand: Expression): string {
  const text = print(operand);
  return needsParentheses(operand) ? `(${text})` : text;
}

function needsParentheses(operand: Expression): boolean {
  switch (operand.kind) {
    case "unary":
    case "binary":
      return true;
    case "literal":
      return operand.type === "number";
    case "type":
      return /\b(?:func|chan)\b/.test(operand.text);
    default:
      return false;
  }
}
