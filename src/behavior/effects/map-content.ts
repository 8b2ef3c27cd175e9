import type { Composite, Expression } from "../../languages/index.js";
import { definitionsAt } from "../facts/definitions.js";
import type { Site } from "../facts/function-facts.js";
import { type Path, type Step, stepsBeyond } from "../facts/path.js";
import type { Binding, Scope } from "../facts/scope.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { Term } from "../terms/term.js";

/** An entry that a map is given, or loses, before it is put where it belongs. */
export interface MapEntry {
  readonly key: Expression;
  /** Null where the entry is deleted again. */
  readonly value: Expression | null;
  readonly scope: Scope;
  /** What must hold for it besides what holds where the map is used. */
  readonly steps: readonly Step[];
  readonly line: number;
}

/** What a map is used at: entries written behind it are not in it yet. */
interface Use {
  readonly scope: Scope;
  readonly path: Path | null;
  readonly order: number;
}

/** All that a fresh map holds, in order: a literal, an empty `make`, nil, or a local that was filled since. Null for any other map. */
export function mapContent(value: Expression, use: Use, sites: readonly Site[]): MapEntry[] | null {
  const { scope } = use;
  if (value.kind === "composite") return entriesOf(value, scope);
  if (isEmpty(value, scope)) return [];
  if (value.kind !== "name") return null;
  const variable = scope.find(value.name, value.start);
  if (variable === null) return null;
  const { assignments, initial } = definitionsAt(variable, scope, value.start);
  const [only, ...others] = assignments;
  if (only?.kind !== "value" || others.length > 0 || initial) return null;
  const before = mapContent(only.value, { ...use, scope: only.scope }, sites);
  return before === null ? null : [...before, ...writtenTo(variable, use, sites)];
}

export function keyOf({ key, scope }: MapEntry): Term {
  return lowerTerm(key, scope);
}

/** The entries of a literal; elements of a list have no keys and are left out. */
export function entriesOf({ entries }: Composite, scope: Scope): MapEntry[] {
  return entries.flatMap(({ key, value }): MapEntry[] =>
    key === null ? [] : [{ key, value, scope, steps: [], line: value.line }],
  );
}

function isEmpty(value: Expression, scope: Scope): boolean {
  if (value.kind === "call") return value.callee.kind === "name" && value.callee.name === "make";
  const term = value.kind === "name" ? lowerTerm(value, scope) : null;
  return term?.kind === "constant" && term.type === "nil";
}

/** `variable[key] = value` and `delete(variable, key)` before the use. */
function writtenTo(variable: Binding, { path, order }: Use, sites: readonly Site[]): MapEntry[] {
  const isIt = (expression: Expression | undefined, site: Site): boolean =>
    expression?.kind === "name" && site.scope.find(expression.name, expression.start) === variable;
  return sites.slice(0, order).flatMap((site): MapEntry[] => {
    const rest = { scope: site.scope, steps: stepsBeyond(site.path, path), line: site.line };
    if (site.kind === "assign" && site.target.kind === "index" && isIt(site.target.object, site)) {
      const [key] = site.target.indices;
      return key === undefined ? [] : [{ ...rest, key, value: site.value }];
    }
    if (site.kind !== "call" || site.call.callee.kind !== "name" || site.call.callee.name !== "delete") return [];
    const [map, key] = site.call.arguments;
    return key !== undefined && isIt(map, site) ? [{ ...rest, key, value: null }] : [];
  });
}
