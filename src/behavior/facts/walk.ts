import type {
  Assign,
  Declare,
  Expression,
  FunctionDeclaration,
  FunctionLiteral,
  If,
  Loop,
  Return,
  Select,
  Statement,
  Switch,
} from "../../languages/index.js";
import { neverReturns, returnsError } from "./errors.js";
import { type Frame, inside } from "./frame.js";
import type { FunctionFacts, ReturnSite, See } from "./function-facts.js";
import { Names } from "./names.js";
import { SiteNotes } from "./note-sites.js";
import { absorb, either, GOES_ON, leavesFunction, leaving, type Outcome, under, type WayOut } from "./outcome.js";
import { type Exit, followedBy, type Step, type Test } from "./path.js";
import { Scope, type ScopeKind } from "./scope.js";
import { clauseSteps, runsInto, stepsBeforeAsking } from "./switch-clauses.js";

/**
 * Walks a function's body once and notes, for every call and write, the
 * conditions on the way there. `print` gives the canonical text of an expression;
 * `see` is for those who want to know more than sites.
 */
export function walkFunction(
  declaration: FunctionDeclaration,
  print: (expression: Expression) => string,
  see: See = () => {},
): FunctionFacts {
  return new Walk(print, see).run(declaration);
}

class Walk {
  readonly #names: Names;
  readonly #notes: SiteNotes;
  readonly #returns: ReturnSite[] = [];

  constructor(
    private readonly print: (expression: Expression) => string,
    private readonly see: See,
  ) {
    this.#names = new Names(print);
    this.#notes = new SiteNotes(this.#names, (closure, frame) => this.#closure(closure, frame), see);
  }

  run(declaration: FunctionDeclaration): FunctionFacts {
    const { receiver, parameters, results, body } = declaration;
    const scope = new Scope(null);
    if (receiver !== null) this.#names.receiver(scope, receiver);
    this.#names.parameters(scope, parameters);
    this.#names.results(scope, results, 0);
    const frame: Frame = { scope, path: null, when: "now", deferral: null, inClosure: false, results };
    if (body !== null) this.#nested(body.statements, frame, [], "block");
    return { declaration, scope, sites: this.#notes.sites, returns: this.#returns };
  }

  #closure({ parameters, results, body, start }: FunctionLiteral, outer: Frame): void {
    const scope = new Scope(outer.scope, "closure");
    for (const { name, type } of parameters) if (name !== null) this.#names.unknown(scope, name, type, start);
    this.#names.results(scope, results, start);
    this.#nested(body.statements, { ...outer, scope, inClosure: true, results }, [], "block");
  }

  #statements(statements: readonly Statement[], frame: Frame): Outcome {
    const waysOut: WayOut[] = [];
    let here: Frame | null = frame;
    for (const statement of statements) {
      // Whoever jumps to a label comes from anywhere before it.
      if (statement.kind === "labeled" && waysOut.some(({ exit }) => jumpsTo(exit, statement.label))) here = frame;
      if (here === null) continue;
      const outcome = this.#statement(statement, here, null);
      waysOut.push(...outcome.waysOut);
      const skipped = outcome.waysOut.map((way): Step => ({ kind: "unless", ...way }));
      here = outcome.falls ? inside(here, here.scope, followedBy(here.path, skipped)) : null;
    }
    const labels = statements.flatMap((statement) => (statement.kind === "labeled" ? [statement.label] : []));
    const beyond = waysOut.filter(({ exit }) => !labels.some((label) => jumpsTo(exit, label)));
    return { waysOut: beyond, falls: here !== null };
  }

  /** Statements in a block of their own, reached under some steps. */
  #nested(statements: readonly Statement[], frame: Frame, steps: readonly Step[], kind: ScopeKind): Outcome {
    const scope = new Scope(frame.scope, kind);
    const outcome = this.#statements(statements, inside(frame, scope, followedBy(frame.path, steps)));
    scope.leaves = leavesFunction(outcome);
    return under(steps, outcome);
  }

  #statement(statement: Statement, frame: Frame, label: string | null): Outcome {
    this.see(statement, frame);
    switch (statement.kind) {
      case "assign":
        this.#assign(statement, frame);
        return GOES_ON;
      case "declare":
        this.#declare(statement, frame);
        return GOES_ON;
      case "expression":
        return this.#call(statement.expression, frame);
      case "send":
        this.#notes.expression(statement.channel, frame);
        this.#notes.expression(statement.value, frame);
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
        this.#notes.later(statement, frame);
        return GOES_ON;
      case "return":
        return this.#return(statement, frame);
      case "branch": {
        const { to, label: target, line } = statement;
        if (to === "fallthrough") return GOES_ON;
        return leaving({ kind: to, label: target, text: target === null ? to : `${to} ${target}`, error: false, line });
      }
      case "labeled":
        return statement.statement === null ? GOES_ON : this.#statement(statement.statement, frame, statement.label);
      case "block":
        return this.#nested(statement.statements, frame, [], "block");
    }
  }

  #assign(statement: Assign, frame: Frame): void {
    const { targets, operator, values } = statement;
    for (const value of values) this.#notes.expression(value, frame);
    for (const [index, target] of targets.entries()) {
      const value = values[values.length === targets.length ? index : 0];
      if (target.kind === "name") this.#names.target(statement, target, index, frame);
      else if (value !== undefined) this.#notes.assignment(target, operator, value, frame);
    }
  }

  #declare(statement: Declare, frame: Frame): void {
    for (const value of statement.values) this.#notes.expression(value, frame);
    this.#names.declared(statement, frame);
  }

  #call(expression: Expression, frame: Frame): Outcome {
    this.#notes.expression(expression, frame);
    if (!neverReturns(expression)) return GOES_ON;
    return leaving({ kind: "panic", label: null, text: this.print(expression), error: true, line: expression.line });
  }

  #return(statement: Return, frame: Frame): Outcome {
    const { values, line } = statement;
    for (const value of values) this.#notes.expression(value, frame);
    this.#returns.push({ ...frame, line, statement });
    const text = `return ${values.map((value) => shortened(value, this.print)).join(", ")}`.trim();
    return leaving({ kind: "return", label: null, text, error: returnsError(statement, frame.results), line });
  }

  #if({ init, condition, then, otherwise }: If, outer: Frame): Outcome {
    const frame = inside(outer, new Scope(outer.scope));
    if (init !== null) this.#init(init, outer, frame);
    this.#notes.expression(condition, frame);
    const lead =
      init?.kind === "assign" && init.declares ? this.#names.assignment(init) : leadOf(condition, frame.scope);
    const test: Test = { kind: "expression", expression: condition, lead, scope: frame.scope, line: condition.line };
    const yes = this.#nested(then.statements, frame, [{ kind: "when", test, holds: true }], "alternative");
    if (otherwise === null) return either([yes, GOES_ON]);
    const rest = otherwise.kind === "block" ? otherwise.statements : [otherwise];
    return either([yes, this.#nested(rest, frame, [{ kind: "when", test, holds: false }], "alternative")]);
  }

  /** The statement before a condition: what it declares is seen inside only, what it assigns was there before. */
  #init(init: Statement, outer: Frame, inner: Frame): void {
    this.#statement(init, init.kind === "assign" && !init.declares ? outer : inner, null);
  }

  #switch(statement: Switch, outer: Frame, label: string | null): Outcome {
    const { init, subject, clauses } = statement;
    const frame = inside(outer, new Scope(outer.scope));
    if (init !== null) this.#init(init, outer, frame);
    if (subject !== null) this.#notes.expression(subject, frame);
    const outcomes = clauses.map((_, index) => this.#clause(statement, index, frame));
    if (!clauses.some(({ isDefault }) => isDefault)) outcomes.push(GOES_ON);
    return absorb(either(outcomes), ["break"], label);
  }

  #clause(statement: Switch, index: number, frame: Frame): Outcome {
    const clause = statement.clauses[index];
    if (clause === undefined) return GOES_ON;
    const { values, body, fallsThrough, start } = clause;
    const before = stepsBeforeAsking(statement, index, frame.scope);
    const asked = inside(frame, frame.scope, followedBy(frame.path, before));
    for (const value of values) this.#notes.expression(value, asked);
    const isAlone = !fallsThrough && !runsInto(statement, index);
    const inner = inside(frame, new Scope(frame.scope, isAlone ? "alternative" : "block"));
    const [only, ...others] = values;
    const type = only === undefined || others.length > 0 ? null : this.print(only);
    if (statement.byType?.binds != null) this.#names.unknown(inner.scope, statement.byType.binds, type, start);
    const outcome = this.#nested(body, inner, clauseSteps(statement, index, frame.scope), "block");
    return fallsThrough ? { ...outcome, falls: false } : outcome;
  }

  #loop(statement: Loop, outer: Frame, label: string | null): Outcome {
    const { init, condition, post, range, header, line, body } = statement;
    const before = inside(outer, new Scope(outer.scope));
    if (init !== null) this.#init(init, outer, before);
    if (range !== null) this.#notes.expression(range.over, before);
    const step: Step = { kind: "loop", header, line };
    const loop = inside(before, new Scope(before.scope, "loop"), followedBy(outer.path, [step]));
    if (condition !== null) this.#notes.expression(condition, loop);
    if (range !== null) this.#names.ranged(range, loop);
    const outcome = this.#nested(body.statements, inside(loop, loop.scope, outer.path), [step], "block");
    if (post !== null) this.#nested([post], loop, [], "block");
    return { ...absorb(outcome, ["break", "continue"], label), falls: true };
  }

  #select({ clauses }: Select, frame: Frame, label: string | null): Outcome {
    const outcomes = clauses.map(({ communication, body }) => {
      const inner = inside(frame, new Scope(frame.scope, "alternative"));
      if (communication !== null) this.#statement(communication, inner, null);
      return this.#nested(body, inner, [], "block");
    });
    const { waysOut, falls } = absorb(either(outcomes), ["break"], label);
    // Which case is ready is nobody's condition: that one of them leaves says nothing of what follows.
    return { waysOut: falls ? [] : waysOut, falls };
  }
}

function jumpsTo({ kind, label }: Exit, target: string): boolean {
  return kind === "goto" && label === target;
}

/** What a bare `ok` in a condition is the answer to: the assignment that gave it. */
function leadOf(condition: Expression, scope: Scope): string | null {
  const asked = condition.kind === "binary" ? condition.left : condition;
  const name = asked.kind === "unary" ? asked.operand : asked;
  if (name.kind !== "name" || !/^(ok|found|exists?)$/.test(name.name)) return null;
  const assignment = scope.find(name.name, name.start)?.assignments.at(-1);
  return assignment?.kind === "value" && assignment.size === 2 ? assignment.text : null;
}

/** A call with a long list of arguments is shown by its name. */
function shortened(value: Expression, print: (expression: Expression) => string): string {
  const text = print(value);
  return value.kind === "call" && text.length > MAXIMUM_VALUE ? `${print(value.callee)}(…)` : text;
}
const MAXIMUM_VALUE = 40;
