import type {
  Assign,
  Block,
  Call,
  Declare,
  Expression,
  FunctionDeclaration,
  If,
  Loop,
  Parameter,
  Select,
  Statement,
  Switch,
} from "../../languages/index.js";
import { isErrorTest, neverReturns, returnsError } from "./errors.js";
import type { FunctionFacts, ReturnSite, Site } from "./function-facts.js";
import type { Exit, Path, Step, Test } from "./path.js";
import { type Binding, Scope } from "./scope.js";

/** A way out of a statement: the steps that lead to it from the statement's beginning. */
interface WayOut {
  readonly steps: readonly Step[];
  readonly exit: Exit;
}

/** What running a statement may lead to. */
interface Outcome {
  readonly waysOut: readonly WayOut[];
  /** The statement after it can be reached. */
  readonly falls: boolean;
}
const GOES_ON: Outcome = { waysOut: [], falls: true };

/** Where the walk stands. */
interface Frame {
  readonly scope: Scope;
  readonly path: Path | null;
  readonly when: Site["when"];
  readonly inClosure: boolean;
}

/**
 * Walks a function's body once and notes, for every call and write, the
 * conditions on the way there. `print` gives the canonical text of an expression.
 */
export function walkFunction(
  declaration: FunctionDeclaration,
  print: (expression: Expression) => string,
): FunctionFacts {
  return new Walk(declaration, print).run();
}

class Walk {
  readonly #sites: Site[] = [];
  readonly #returns: ReturnSite[] = [];
  #bindings = 0;

  constructor(
    private readonly declaration: FunctionDeclaration,
    private readonly print: (expression: Expression) => string,
  ) {}

  run(): FunctionFacts {
    const { declaration } = this;
    const scope = new Scope(null);
    const receiver = declaration.receiver;
    if (receiver?.name != null) {
      scope.declare({
        name: receiver.name,
        id: this.#bindings++,
        since: 0,
        type: receiver.type,
        origin: "receiver",
        assignments: [],
      });
    }
    this.#declareParameters(scope, declaration.parameters, true);
    this.#declareParameters(scope, declaration.results, false);
    if (declaration.body !== null) {
      this.#block(declaration.body.statements, { scope: new Scope(scope), path: null, when: "now", inClosure: false });
    }
    return { declaration, scope, sites: this.#sites, returns: this.#returns };
  }

  #declareParameters(scope: Scope, parameters: readonly Parameter[], incoming: boolean): void {
    for (const [index, { name, type }] of parameters.entries()) {
      if (name === null || name === "_") continue;
      scope.declare({
        name,
        id: this.#bindings++,
        since: 0,
        type,
        origin: incoming
          ? { parameter: index, ordinal: parameters.slice(0, index).filter((each) => each.type === type).length }
          : "local",
        assignments: incoming ? [] : [{ kind: "zero" }],
      });
    }
  }

  #local(scope: Scope, name: string, type: string | null, since: number): Binding {
    const binding: Binding = { name, id: this.#bindings++, since, type, origin: "local", assignments: [] };
    if (name !== "_") scope.declare(binding);
    return binding;
  }

  #block(statements: readonly Statement[], frame: Frame): Outcome {
    const waysOut: WayOut[] = [];
    let here = frame;
    for (const statement of statements) {
      const outcome = this.#statement(statement, here, null);
      waysOut.push(...outcome.waysOut);
      if (!outcome.falls) return { waysOut, falls: false };
      for (const way of outcome.waysOut) {
        if (!isErrorPath(way)) here = { ...here, path: { step: { kind: "unless", ...way }, before: here.path } };
      }
    }
    return { waysOut, falls: true };
  }

  #nested(block: Block, frame: Frame, steps: readonly Step[]): Outcome {
    const path = steps.reduce<Path | null>((before, step) => ({ step, before }), frame.path);
    const outcome = this.#block(block.statements, { ...frame, scope: new Scope(frame.scope), path });
    return { falls: outcome.falls, waysOut: this.#under(steps, outcome) };
  }

  /** The ways out of a branch, seen from outside it; one when the whole branch leaves in one manner. */
  #under(steps: readonly Step[], outcome: Outcome): readonly WayOut[] {
    const waysOut = outcome.waysOut.map((way) => ({ steps: [...steps, ...way.steps], exit: way.exit }));
    if (outcome.falls) return waysOut;
    const telling = outcome.waysOut.filter((way) => !isErrorPath(way));
    const last = telling.at(-1);
    if (last === undefined || telling.some((way) => mannerOf(way.exit) !== mannerOf(last.exit))) return waysOut;
    return [{ steps, exit: last.exit }];
  }

  #statement(statement: Statement, frame: Frame, label: string | null): Outcome {
    switch (statement.kind) {
      case "assign":
        this.#assign(statement, frame);
        return GOES_ON;
      case "declare":
        this.#declare(statement, frame);
        return GOES_ON;
      case "expression":
        this.#expression(statement.expression, frame);
        return neverReturns(statement.expression)
          ? this.#leave("panic", null, this.print(statement.expression), true, statement.line)
          : GOES_ON;
      case "send":
        this.#expression(statement.channel, frame);
        this.#expression(statement.value, frame);
        return GOES_ON;
      case "if":
        return this.#if(statement, frame);
      case "switch":
        return this.#switch(statement, frame, label);
      case "loop":
        return this.#loop(statement, frame, label);
      case "select":
        return this.#select(statement, frame, label);
      case "later":
        this.#expression(statement.call, { ...frame, when: statement.when });
        return GOES_ON;
      case "return": {
        for (const value of statement.values) this.#expression(value, frame);
        this.#returns.push({ ...frame, line: statement.line, statement });
        const text = ["return", statement.values.map((value) => shortened(value, this.print)).join(", ")]
          .join(" ")
          .trim();
        const error = !frame.inClosure && returnsError(statement, this.declaration);
        return this.#leave("return", null, text, error, statement.line);
      }
      case "branch":
        if (statement.to === "fallthrough") return GOES_ON;
        return this.#leave(
          statement.to,
          statement.label,
          [statement.to, statement.label ?? ""].join(" ").trim(),
          false,
          statement.line,
        );
      case "labeled":
        return statement.statement === null ? GOES_ON : this.#statement(statement.statement, frame, statement.label);
      case "block":
        return this.#nested(statement, frame, []);
    }
  }

  #leave(kind: Exit["kind"], label: string | null, text: string, error: boolean, line: number): Outcome {
    return { waysOut: [{ steps: [], exit: { kind, label, text, error, line } }], falls: false };
  }

  #if(statement: If, outer: Frame): Outcome {
    const frame = { ...outer, scope: new Scope(outer.scope) };
    if (statement.init !== null) this.#statement(statement.init, frame, null);
    this.#expression(statement.condition, frame);
    const { condition } = statement;
    const lead = this.#lead(statement.init) ?? leadOf(condition, frame.scope);
    const test: Test = { kind: "expression", expression: condition, lead, scope: frame.scope, line: condition.line };
    const then = this.#nested(statement.then, frame, [{ kind: "when", test, holds: true }]);
    const otherwise = this.#else(statement, frame, { kind: "when", test, holds: false });
    return { waysOut: [...then.waysOut, ...otherwise.waysOut], falls: then.falls || otherwise.falls };
  }

  /** The text of an assignment before a condition, which names what the condition asks about. */
  #lead(init: Statement | null): string | null {
    if (init?.kind !== "assign" || !init.declares) return null;
    return this.#assignmentText(init);
  }

  #assignmentText({ targets, operator, values }: Assign): string {
    return `${targets.map(this.print).join(", ")} ${operator} ${values.map(this.print).join(", ")}`;
  }

  #else({ otherwise }: If, frame: Frame, step: Step): Outcome {
    if (otherwise === null) return GOES_ON;
    const block: Block =
      otherwise.kind === "block" ? otherwise : { ...otherwise, kind: "block", statements: [otherwise] };
    return this.#nested(block, frame, [step]);
  }

  #switch(statement: Switch, outer: Frame, label: string | null): Outcome {
    const frame = { ...outer, scope: new Scope(outer.scope) };
    if (statement.init !== null) this.#statement(statement.init, frame, null);
    if (statement.subject !== null) this.#expression(statement.subject, frame);
    const tests = statement.clauses.map((clause) => clauseTest(statement, clause.values, frame.scope, clause.line));
    const waysOut: WayOut[] = [];
    let falls = !statement.clauses.some((clause) => clause.isDefault);
    let running: Test[] = [];
    for (const [index, clause] of statement.clauses.entries()) {
      for (const value of clause.values) this.#expression(value, frame);
      const test = tests[index];
      const own: Step[] = [];
      if (test != null && running.length > 0) own.push({ kind: "when", test: anyOf([...running, test]), holds: true });
      else if (test != null) {
        // Without a subject the clauses are tried one after the other: https://go.dev/ref/spec#Expression_switches
        const tried = statement.subject === null ? tests.slice(0, index) : [];
        for (const before of tried) if (before != null) own.push({ kind: "when", test: before, holds: false });
        own.push({ kind: "when", test, holds: true });
      } else if (running.length === 0) {
        for (const other of tests)
          if (other !== null && other !== undefined) own.push({ kind: "when", test: other, holds: false });
      }
      const inner = { ...frame, scope: new Scope(frame.scope) };
      const { byType } = statement;
      if (byType?.binds != null) {
        const type = clause.values.length === 1 && clause.values[0] !== undefined ? this.print(clause.values[0]) : null;
        this.#local(inner.scope, byType.binds, type, clause.start).assignments.push({ kind: "unknown" });
      }
      const body: Block = { ...clause, kind: "block", statements: clause.body };
      const outcome = this.#nested(body, inner, own);
      waysOut.push(...outcome.waysOut);
      falls ||= outcome.falls && !clause.fallsThrough;
      running = clause.fallsThrough && test != null ? [...running, test] : [];
    }
    return absorb({ waysOut, falls }, ["break"], label);
  }

  #loop(statement: Loop, outer: Frame, label: string | null): Outcome {
    const frame = { ...outer, scope: new Scope(outer.scope) };
    if (statement.init !== null) this.#statement(statement.init, frame, null);
    const step: Step = { kind: "loop", header: statement.header, line: statement.line };
    const inside = { ...frame, path: { step, before: frame.path } };
    if (statement.condition !== null) this.#expression(statement.condition, inside);
    if (statement.range !== null) this.#range(statement.range, frame);
    const outcome = this.#nested(statement.body, { ...frame, path: frame.path }, [step]);
    if (statement.post !== null) this.#statement(statement.post, inside, null);
    return absorb({ waysOut: outcome.waysOut, falls: true }, ["break", "continue"], label);
  }

  #range(range: NonNullable<Loop["range"]>, frame: Frame): void {
    this.#expression(range.over, frame);
    for (const [index, target] of range.targets.entries()) {
      if (target.kind !== "name") continue;
      const binding = range.declares
        ? this.#local(frame.scope, target.name, null, target.end)
        : frame.scope.find(target.name, target.start);
      binding?.assignments.push({
        kind: "element",
        over: range.over,
        scope: frame.scope,
        role: index === 0 ? "key" : "value",
      });
    }
  }

  #select(statement: Select, frame: Frame, label: string | null): Outcome {
    const waysOut: WayOut[] = [];
    let falls = statement.clauses.length === 0;
    for (const clause of statement.clauses) {
      const inner = { ...frame, scope: new Scope(frame.scope) };
      if (clause.communication !== null) this.#statement(clause.communication, inner, null);
      const outcome = this.#nested({ ...clause, kind: "block", statements: clause.body }, inner, []);
      // Which case is ready is nobody's condition: ways out of one case say nothing of what follows.
      waysOut.push(...outcome.waysOut.filter((way) => way.steps.length > 0 || way.exit.kind !== "return"));
      falls ||= outcome.falls;
    }
    return absorb({ waysOut, falls: falls || waysOut.length === 0 }, ["break"], label);
  }

  #declare(statement: Declare, frame: Frame): void {
    for (const value of statement.values) this.#expression(value, frame);
    for (const [index, name] of statement.names.entries()) {
      const binding = this.#local(frame.scope, name, statement.type, statement.end);
      if (statement.values.length === 0) binding.assignments.push({ kind: "zero" });
      else this.#bind(binding, statement.values, index, statement.names.length, frame, statement.names.join(", "));
    }
  }

  #assign(statement: Assign, frame: Frame): void {
    for (const value of statement.values) {
      this.#expression(value, frame);
      this.#reference(value, frame);
    }
    const { targets, values } = statement;
    for (const [index, target] of targets.entries()) {
      if (target.kind === "name") this.#assignName(statement, target.name, index, frame);
      else {
        this.#expression(target, frame);
        const value = values.length === targets.length ? (values[index] ?? null) : null;
        this.#sites.push({ ...frame, kind: "assign", line: target.line, target, operator: statement.operator, value });
      }
    }
  }

  #assignName(statement: Assign, name: string, index: number, frame: Frame): void {
    if (name === "_") return;
    const known = statement.declares ? frame.scope.own(name) : frame.scope.find(name, statement.start);
    if (known === null && !statement.declares) return;
    const binding = known ?? this.#local(frame.scope, name, null, statement.end);
    if (statement.operator === "=" || statement.operator === ":=")
      this.#bind(binding, statement.values, index, statement.targets.length, frame, this.#assignmentText(statement));
    else binding.assignments.push({ kind: "unknown" });
  }

  #bind(
    binding: Binding,
    values: readonly Expression[],
    index: number,
    targets: number,
    { scope, path }: Frame,
    text: string,
  ): void {
    const single = values.length === 1 && targets > 1;
    const value = values[single ? 0 : index];
    if (value === undefined) binding.assignments.push({ kind: "unknown" });
    else
      binding.assignments.push({
        kind: "value",
        value,
        scope,
        path,
        index: single ? index : 0,
        size: single ? targets : 1,
        text,
      });
  }

  /** Notes the calls, closures and composite values in an expression, in the order they run. */
  #expression(expression: Expression, frame: Frame): void {
    switch (expression.kind) {
      case "call":
        this.#call(expression, frame);
        return;
      case "function": {
        const scope = new Scope(frame.scope);
        for (const { name, type } of expression.parameters) {
          if (name !== null) this.#local(scope, name, type, expression.start).assignments.push({ kind: "unknown" });
        }
        this.#block(expression.body.statements, { ...frame, scope: new Scope(scope), inClosure: true });
        return;
      }
      case "composite":
        for (const { value } of expression.entries) {
          this.#expression(value, frame);
          this.#reference(value, frame);
        }
        this.#sites.push({
          ...frame,
          kind: "composite",
          line: expression.line,
          composite: expression,
          type: expression.type,
        });
        return;
      case "binary": {
        this.#expression(expression.left, frame);
        const { operator, left } = expression;
        if (operator !== "&&" && operator !== "||") {
          this.#expression(expression.right, frame);
          return;
        }
        const test: Test = { kind: "expression", expression: left, lead: null, scope: frame.scope, line: left.line };
        const step: Step = { kind: "when", test, holds: operator === "&&" };
        this.#expression(expression.right, { ...frame, path: { step, before: frame.path } });
        return;
      }
      case "unary":
        if (expression.operator === "&" && expression.operand.kind === "name") {
          frame.scope.find(expression.operand.name, expression.start)?.assignments.push({ kind: "unknown" });
        }
        this.#expression(expression.operand, frame);
        return;
      case "member":
      case "assertion":
        this.#expression(expression.object, frame);
        return;
      case "index":
        this.#expression(expression.object, frame);
        for (const index of expression.indices) this.#expression(index, frame);
        return;
      case "slice":
        this.#expression(expression.object, frame);
        for (const bound of expression.bounds) if (bound !== null) this.#expression(bound, frame);
        return;
      default:
        return;
    }
  }

  #call(call: Call, frame: Frame): void {
    // The arguments of a deferred call are evaluated where it stands.
    const now: Frame = { ...frame, when: frame.inClosure ? frame.when : "now" };
    for (const argument of call.arguments) {
      this.#expression(argument, now);
      this.#reference(argument, now);
    }
    this.#expression(call.callee, frame);
    this.#sites.push({ ...frame, kind: "call", line: call.line, call });
  }

  #reference(expression: Expression, frame: Frame): void {
    if (expression.kind === "name" || expression.kind === "member") {
      this.#sites.push({ ...frame, kind: "reference", line: expression.line, expression });
    }
  }
}

function clauseTest(statement: Switch, values: readonly Expression[], scope: Scope, line: number): Test | null {
  const first = values[0];
  if (first === undefined) return null;
  if (statement.subject !== null)
    return { kind: "case", subject: statement.subject, values, byType: statement.byType !== null, scope, line };
  const or = (left: Expression, right: Expression): Expression => {
    const { start, end, line: at } = left;
    return { kind: "binary", operator: "||", left, right, start, end, line: at };
  };
  return { kind: "expression", expression: values.slice(1).reduce(or, first), lead: null, scope, line };
}

/** What a bare `ok` in a condition is the answer to: the assignment that gave it. */
function leadOf(condition: Expression, scope: Scope): string | null {
  const name =
    condition.kind === "unary" ? condition.operand : condition.kind === "binary" ? condition.left : condition;
  if (condition.kind === "binary" && name.kind === "unary") return leadOf(name, scope);
  if (name.kind !== "name" || !/^(ok|found|exists?)$/.test(name.name)) return null;
  const assignment = scope.find(name.name, name.start)?.assignments.at(-1);
  return assignment?.kind === "value" && assignment.size === 2 ? assignment.text : null;
}

/** One test for clauses that run into each other. */
function anyOf(tests: readonly Test[]): Test {
  return tests.reduce((left, right) => {
    if (left.kind === "case" && right.kind === "case") return { ...right, values: [...left.values, ...right.values] };
    if (left.kind === "case" || right.kind === "case") return right;
    return {
      ...right,
      expression: {
        ...right.expression,
        kind: "binary",
        operator: "||",
        left: left.expression,
        right: right.expression,
      },
    };
  });
}

/** A call with a long list of arguments is shown by its name. */
function shortened(value: Expression, print: (expression: Expression) => string): string {
  const text = print(value);
  return value.kind === "call" && text.length > MAXIMUM_VALUE ? `${print(value.callee)}(…)` : text;
}
const MAXIMUM_VALUE = 40;

/** Takes away the ways out that end inside this statement. */
function absorb(outcome: Outcome, kinds: readonly Exit["kind"][], label: string | null): Outcome {
  const ends = ({ exit }: WayOut): boolean =>
    kinds.includes(exit.kind) && (exit.label === null || exit.label === label);
  const left = outcome.waysOut.filter((way) => !ends(way));
  return { waysOut: left, falls: outcome.falls || left.length < outcome.waysOut.length };
}

/** The way out hands an error on after an error test: the code gives up, it does not choose a behavior. */
function isErrorPath(way: WayOut): boolean {
  return way.steps.some(
    (step) =>
      step.kind === "when" && step.holds && step.test.kind === "expression" && isErrorTest(step.test.expression),
  );
}

function mannerOf(exit: Exit): string {
  return exit.error ? "error" : exit.kind === "panic" ? "error" : "silent";
}
