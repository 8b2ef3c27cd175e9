import type { Expression, Parameter, Return } from "../../languages/index.js";
import type { Scope } from "./scope.js";

/**
 * Go's convention: errors travel in variables called err or something ending in
 * Err, and are handed on by a function's last result. Tests of them decide
 * whether the code goes on at all, not which behavior a stage has.
 */
const ERROR_NAME = /^(err|.*Err|.*Error)$/;

/**
 * How a question about an error is answered while nothing goes wrong:
 * `err == nil` is true, `errors.IsNotFound(err)` is false. Null for a question
 * about anything else. Negations and alternatives are taken apart before.
 */
export function answerWithoutError(question: Expression, scope: Scope): boolean | null {
  if (question.kind === "call") return isAboutError(question, scope) ? false : null;
  if (question.kind !== "binary") return null;
  const { left, right, operator } = question;
  if (isCountOfErrors(left)) return operator === "==" || operator === "<" || operator === "<=";
  if (operator !== "==" && operator !== "!=") return null;
  const other = isError(left, scope) ? right : isError(right, scope) ? left : null;
  if (other === null) return null;
  return isNil(other) === (operator === "==");
}

/** An error in a variable, or what a function makes of one: `errors.Cause(err)`. */
function isError(expression: Expression, scope: Scope): boolean {
  if (expression.kind === "call") return isAboutError(expression, scope);
  if (expression.kind !== "name") return false;
  const binding = scope.find(expression.name, expression.start);
  return binding !== null && (ERROR_NAME.test(binding.name) || binding.type === "error");
}

function isAboutError({ callee, arguments: [first] }: Expression & { kind: "call" }, scope: Scope): boolean {
  if (first !== undefined) return isError(first, scope);
  return callee.kind === "member" && isError(callee.object, scope);
}

/** `len(errs)`, compared with nothing. */
function isCountOfErrors(expression: Expression): boolean {
  if (expression.kind !== "call" || expression.callee.kind !== "name" || expression.callee.name !== "len") return false;
  const [list] = expression.arguments;
  return list?.kind === "name" && /^(errs|.*Errs|.*Errors)$/.test(list.name);
}

function isNil(expression: Expression): boolean {
  return expression.kind === "name" && expression.name === "nil";
}

/** The return statement hands an error on: its last value is an error variable or a freshly made error. */
export function returnsError({ values }: Return, results: readonly Parameter[]): boolean {
  const value = values.at(-1);
  if (value === undefined || results.at(-1)?.type !== "error") return false;
  if (value.kind === "name") return ERROR_NAME.test(value.name) || /^Err[A-Z]/.test(value.name);
  if (value.kind === "member") return /^Err[A-Z]/.test(value.name);
  return value.kind === "call" && makesError(value.callee);
}

/** `fmt.Errorf`, `errors.New`, `apierrors.NewBadRequest`, `reconcile.TerminalError`. */
export function makesError(callee: Expression): boolean {
  if (callee.kind !== "member" || callee.object.kind !== "name") return false;
  return (
    /^(fmt|.*errors?|.*err)$/i.test(callee.object.name) &&
    /^(Errorf|New.*|Wrap.*|WithMessagef?|WithStack|Join|.*Error)$/.test(callee.name)
  );
}

/** The call ends the process or the goroutine: `panic`, `os.Exit`, `log.Fatalf`. */
export function neverReturns(expression: Expression): boolean {
  if (expression.kind !== "call") return false;
  const { callee } = expression;
  if (callee.kind === "name") return callee.name === "panic";
  if (callee.kind !== "member") return false;
  return (
    /^Fatal(f|ln)?$|^FlushAndExit$/.test(callee.name) ||
    (callee.name === "Exit" && callee.object.kind === "name" && callee.object.name === "os")
  );
}
