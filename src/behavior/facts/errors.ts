import type { Expression, FunctionDeclaration, Return } from "../../languages/index.js";

/**
 * Go's convention: errors travel in variables called err or something ending in
 * Err, and are handed on by a function's last result. Tests of them decide
 * whether the code goes on at all, not which behavior a stage has.
 */
const ERROR_NAME = /^(?:e|err|[a-z]\w*(?:Err|Error))$/;

/** The expression asks only about an error: `err != nil`, `errors.IsNotFound(err)`, also negated or joined. */
export function isErrorTest(expression: Expression): boolean {
  switch (expression.kind) {
    case "unary":
      return expression.operator === "!" && isErrorTest(expression.operand);
    case "binary":
      if (expression.operator === "&&" || expression.operator === "||")
        return isErrorTest(expression.left) && isErrorTest(expression.right);
      if (expression.operator !== "==" && expression.operator !== "!=") return false;
      return isErrorValue(expression.left) || isErrorValue(expression.right);
    case "call":
      return expression.arguments[0] !== undefined && isErrorValue(expression.arguments[0]);
    default:
      return false;
  }
}

/** The test, coming out like this, says that there is an error: what follows is an error path. */
export function saysError(expression: Expression, holds: boolean): boolean {
  if (expression.kind === "unary" && expression.operator === "!") return saysError(expression.operand, !holds);
  if (expression.kind !== "binary" || !isErrorTest(expression)) return false;
  return expression.operator === (holds ? "!=" : "==");
}

function isErrorValue(expression: Expression): boolean {
  if (expression.kind === "name") return ERROR_NAME.test(expression.name);
  if (expression.kind === "call") return expression.arguments[0] !== undefined && isErrorValue(expression.arguments[0]);
  return false;
}

/** The return statement hands an error on: its last value is an error variable or a freshly made error. */
export function returnsError(statement: Return, declaration: FunctionDeclaration): boolean {
  const result = declaration.results.at(-1);
  if (result?.type !== "error") return false;
  const value = statement.values.at(-1);
  if (value === undefined) return false;
  if (value.kind === "name") return ERROR_NAME.test(value.name) || /^Err[A-Z]/.test(value.name);
  if (value.kind === "member") return /^Err[A-Z]/.test(value.name);
  if (value.kind !== "call") return false;
  const callee = value.callee;
  if (callee.kind !== "member" || callee.object.kind !== "name") return false;
  return (
    /^(errors|fmt|.*errors|.*err)$/i.test(callee.object.name) &&
    /^(Errorf|New|Wrap|Wrapf|Join|NewAggregate|.*Error)$/.test(callee.name)
  );
}

/** The call ends the process or the goroutine: `panic`, `os.Exit`, `log.Fatalf`. */
export function neverReturns(expression: Expression): boolean {
  if (expression.kind !== "call") return false;
  const { callee } = expression;
  if (callee.kind === "name") return callee.name === "panic";
  if (callee.kind !== "member") return false;
  return (
    /Fatal/.test(callee.name) ||
    (callee.name === "Exit" && callee.object.kind === "name" && callee.object.name === "os")
  );
}
