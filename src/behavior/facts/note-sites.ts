import type { Call, Composite, Expression, FunctionLiteral, Later } from "../../languages/index.js";
import { type Frame, inside } from "./frame.js";
import type { See, Site } from "./function-facts.js";
import type { Names } from "./names.js";
import { followedBy, type Step, type Test } from "./path.js";

/** Notes the calls, writes and composite values in expressions, in the order they run; field by field, since there are very many. */
export class SiteNotes {
  readonly sites: Site[] = [];
  #deferrals = 0;

  constructor(
    private readonly names: Names,
    /** Walks a closure's body. */
    private readonly enter: (closure: FunctionLiteral, frame: Frame) => void,
    private readonly see: See,
  ) {}

  expression(expression: Expression, frame: Frame): void {
    this.see(expression, frame);
    switch (expression.kind) {
      case "call":
        for (const argument of expression.arguments) this.#value(argument, frame);
        this.expression(expression.callee, frame);
        this.#call(expression, frame);
        return;
      case "function":
        this.enter(expression, frame);
        return;
      case "composite":
        this.#composite(expression, frame);
        return;
      case "binary":
        this.expression(expression.left, frame);
        this.expression(expression.right, behind(expression, frame));
        return;
      case "unary":
        if (expression.operator === "&" && expression.operand.kind === "name")
          this.names.address(expression.operand, frame);
        this.expression(expression.operand, frame);
        return;
      case "member":
      case "assertion":
        this.expression(expression.object, frame);
        return;
      case "index":
        this.expression(expression.object, frame);
        for (const index of expression.indices) this.expression(index, frame);
        return;
      case "slice":
        this.expression(expression.object, frame);
        for (const bound of expression.bounds) if (bound !== null) this.expression(bound, frame);
        return;
      default:
        return;
    }
  }

  /** `target operator value`, where the target is no plain name. */
  assignment(target: Expression, operator: string, value: Expression, frame: Frame): void {
    this.expression(target, frame);
    const { scope, path, when, deferral, inClosure, results } = frame;
    const [order, { line }] = [this.sites.length, target];
    const kind = "assign";
    this.sites.push({ scope, path, when, deferral, inClosure, results, order, line, kind, target, operator, value });
  }

  /** `defer f(x)` and `go f(x)`: the arguments are evaluated now. https://go.dev/ref/spec#Defer_statements */
  later({ when, call }: Later, frame: Frame): void {
    if (call.kind !== "call") {
      this.expression(call, frame);
      return;
    }
    for (const argument of call.arguments) this.#value(argument, frame);
    const deferral = when === "deferred" && frame.deferral === null ? this.#deferrals++ : frame.deferral;
    const then: Frame = { ...frame, when, deferral };
    this.see(call, then);
    this.expression(call.callee, call.callee.kind === "function" ? then : frame);
    this.#call(call, then);
  }

  #call(call: Call, { scope, path, when, deferral, inClosure, results }: Frame): void {
    const [order, { line }] = [this.sites.length, call];
    this.sites.push({ scope, path, when, deferral, inClosure, results, order, line, kind: "call", call });
  }

  /** Something that is handed on: it may be a function. */
  #value(expression: Expression, frame: Frame): void {
    this.expression(expression, frame);
    if (expression.kind !== "name" && expression.kind !== "member") return;
    const { scope, path, when, deferral, inClosure, results } = frame;
    const [order, { line }] = [this.sites.length, expression];
    this.sites.push({ scope, path, when, deferral, inClosure, results, order, line, kind: "reference", expression });
  }

  #composite(composite: Composite, frame: Frame): void {
    const isMap = composite.type?.kind === "type" && composite.type.text.startsWith("map[");
    for (const { key, value } of composite.entries) {
      const steps = isMap && key !== null ? [entryStep(key, frame)] : [];
      this.#value(value, inside(frame, frame.scope, followedBy(frame.path, steps)));
    }
    const { scope, path, when, deferral, inClosure, results } = frame;
    const [order, { line }] = [this.sites.length, composite];
    this.sites.push({ scope, path, when, deferral, inClosure, results, order, line, kind: "composite", composite });
  }
}

/** What stands behind `&&` or `||` runs only if what stands before it says so. */
function behind({ operator, left }: Expression & { kind: "binary" }, frame: Frame): Frame {
  if (operator !== "&&" && operator !== "||") return frame;
  const test: Test = { kind: "expression", expression: left, lead: null, scope: frame.scope, line: left.line };
  return inside(frame, frame.scope, followedBy(frame.path, [{ kind: "when", test, holds: operator === "&&" }]));
}

/** Whoever takes a value out of a map of handlers has asked for its key. */
function entryStep(key: Expression, { scope }: Frame): Step {
  const { start, end, line } = key;
  const subject: Expression = { kind: "name", name: "map key", start, end, line };
  return { kind: "when", test: { kind: "case", subject, values: [key], byType: false, scope, line }, holds: true };
}
