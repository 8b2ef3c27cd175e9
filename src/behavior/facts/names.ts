import type { Assign, Declare, Expression, Loop, Parameter } from "../../languages/index.js";
import type { Frame } from "./frame.js";
import type { Binding, Scope } from "./scope.js";

/** Declares the names of one function and notes what is assigned to them. */
export class Names {
  #bindings = 0;

  constructor(private readonly print: (expression: Expression) => string) {}

  receiver(scope: Scope, { name, type }: { readonly name: string | null; readonly type: string }): void {
    if (name !== null) this.#declare(scope, { name, type, origin: "receiver", since: 0 });
  }

  parameters(scope: Scope, parameters: readonly Parameter[]): void {
    const ranks = new Map<string, number>();
    for (const [index, { name, type }] of parameters.entries()) {
      const rank = (ranks.get(type) ?? 0) + 1;
      ranks.set(type, rank);
      if (name !== null) this.#declare(scope, { name, type, origin: { parameter: index, rank }, since: 0 });
    }
  }

  /** Named results are variables that begin with their zero values. */
  results(scope: Scope, results: readonly Parameter[], since: number): void {
    for (const { name, type } of results) {
      if (name === null) continue;
      const binding = this.#declare(scope, { name, type, origin: "local", since });
      binding.assignments.push({ kind: "zero", at: since, scope, path: null });
    }
  }

  /** A variable whose values are not followed: a closure's parameter, what a type switch binds. */
  unknown(scope: Scope, name: string, type: string | null, since: number): void {
    const binding = this.#declare(scope, { name, type, origin: "local", since });
    binding.assignments.push({ kind: "unknown", at: since, scope, path: null });
  }

  /** `&name`: whoever has the address may change what is there. */
  address({ name, start, end }: Expression & { kind: "name" }, { scope, path }: Frame): void {
    scope.find(name, start)?.assignments.push({ kind: "unknown", at: end, scope, path });
  }

  declared({ names, type, values, end }: Declare, frame: Frame): void {
    const { scope, path } = frame;
    for (const [index, name] of names.entries()) {
      const binding = this.#declare(scope, { name, type, origin: "local", since: end });
      if (values.length === 0) binding.assignments.push({ kind: "zero", at: end, scope, path });
      else this.#assigned(binding, { values, index, targets: names.length, at: end, text: names.join(", ") }, frame);
    }
  }

  /** `name = value` and `name := value`; the name is the statement's `index`-th target. */
  target(statement: Assign, { name, start }: Expression & { kind: "name" }, index: number, frame: Frame): void {
    const { declares, operator, values, targets, end } = statement;
    const { scope, path } = frame;
    const known = declares ? scope.own(name) : scope.find(name, start);
    if (known === null && !declares) return;
    const binding = known ?? this.#declare(scope, { name, type: null, origin: "local", since: end });
    const text = this.assignment(statement);
    if (operator === "=" || operator === ":=")
      this.#assigned(binding, { values, index, targets: targets.length, at: end, text }, frame);
    else binding.assignments.push({ kind: "unknown", at: end, scope, path });
  }

  ranged({ targets, over, declares }: NonNullable<Loop["range"]>, { scope, path }: Frame): void {
    for (const [index, target] of targets.entries()) {
      if (target.kind !== "name") continue;
      const { name, start } = target;
      const at = over.end;
      const binding = declares
        ? this.#declare(scope, { name, type: null, origin: "local", since: at })
        : scope.find(name, start);
      binding?.assignments.push({ kind: "element", over, role: index === 0 ? "key" : "value", at, scope, path });
    }
  }

  /** An assignment as written. */
  assignment({ targets, operator, values }: Assign): string {
    return `${targets.map(this.print).join(", ")} ${operator} ${values.map(this.print).join(", ")}`;
  }

  #declare(scope: Scope, { name, type, origin, since }: Omit<Binding, "id" | "scope" | "assignments">): Binding {
    const binding: Binding = { name, id: this.#bindings++, type, origin, since, scope, assignments: [] };
    if (name !== "_") scope.declare(binding);
    return binding;
  }

  #assigned({ assignments }: Binding, { values, index: target, targets, at, text }: Values, frame: Frame): void {
    const { scope, path } = frame;
    const single = values.length === 1 && targets > 1;
    const value = values[single ? 0 : target];
    const [index, size] = single ? [target, targets] : [0, 1];
    if (value === undefined) assignments.push({ at, scope, path, kind: "unknown" });
    else assignments.push({ at, scope, path, kind: "value", value, index, size, text });
  }
}

/** The right side of an assignment, seen from its `index`-th target. */
interface Values {
  readonly values: readonly Expression[];
  readonly index: number;
  readonly targets: number;
  readonly at: number;
  /** The whole assignment as written. */
  readonly text: string;
}
