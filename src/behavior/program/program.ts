import { posix } from "node:path";
import type { LanguageFrontEnd } from "../../languages/index.js";
import type { Term } from "../terms/term.js";
import { typeOfTerm } from "../terms/term-type.js";
import { type Constant, Constants, type NamedConstant } from "./constants.js";
import type { FunctionInstance } from "./function-instance.js";
import { Imports } from "./imports.js";
import type { KeptFile } from "./kept-file.js";
import { type Callee, resolveCallee, resultsOf } from "./resolve-callee.js";

/** What the kept declarations of one ref are together. */
export interface Program {
  /** In the order of files and lines. */
  readonly functions: readonly FunctionInstance[];
  /** Declarations that do not parse: what they do is unknown. */
  readonly problems: readonly { readonly file: string; readonly line: number; readonly message: string }[];
  named(name: string): readonly FunctionInstance[];
  resolve(callee: Term, from: FunctionInstance): Callee;
  /** The bare type a term is known to have, also through the declared results of a called function. */
  typeOf(term: Term, from: FunctionInstance): string | null;
  /** The constants that stand for the text. */
  constantsWith(value: string): readonly NamedConstant[];
}

/** Puts the kept declarations of one ref together. */
export function buildProgram(files: readonly KeptFile[], language: LanguageFrontEnd): Program {
  const constants = new Constants(files);
  const functions = files.flatMap((file) => functionsOf(file, constants, language));
  functions.sort((a, b) => compareText(a.file, b.file) || a.line - b.line);
  const groups = groupByName(functions);
  const named = (name: string): readonly FunctionInstance[] => groups.get(name) ?? [];
  const resolved = new WeakMap<FunctionInstance, WeakMap<Term, Callee>>();
  return {
    functions,
    problems: files.flatMap(problemsOf),
    named,
    resolve: (callee, from) => {
      let known = resolved.get(from);
      if (known === undefined) {
        known = new WeakMap();
        resolved.set(from, known);
      }
      const found = known.get(callee) ?? resolveCallee(callee, from, { named });
      known.set(callee, found);
      return found;
    },
    typeOf: (term, from) => typeOfTerm(term, resultsOf(from, { named })),
    constantsWith: (value) => constants.with(value),
  };
}

function functionsOf(file: KeptFile, constants: Constants, { print }: LanguageFrontEnd): FunctionInstance[] {
  const directory = posix.dirname(file.path);
  const imports = new Imports(file.imports);
  const constant = (qualifier: string | null, name: string): Constant =>
    constants.find(qualifier === null ? { directory } : { package: imports.packageOf(qualifier) }, name);
  const constantOf = (qualifier: string | null, name: string): string | null => {
    const found = constant(qualifier, name);
    return "value" in found ? found.value : null;
  };
  const home = { file: file.path, directory, imports, constant, constantOf, print };
  return file.declarations.flatMap(({ piece, facts }): FunctionInstance[] => {
    if (facts.kind !== "function") return [];
    const { name, receiver } = facts.facts.declaration;
    return [
      { ...home, name, receiver: receiver?.type ?? null, facts: facts.facts, text: facts.text, line: piece.line },
    ];
  });
}

function problemsOf({ path, declarations }: KeptFile): Program["problems"] {
  return declarations.flatMap(({ piece, facts }) =>
    facts.kind === "broken" ? [{ file: path, line: piece.line + facts.line, message: facts.message }] : [],
  );
}

function groupByName(functions: readonly FunctionInstance[]): Map<string, FunctionInstance[]> {
  const groups = new Map<string, FunctionInstance[]>();
  for (const each of functions) {
    const group = groups.get(each.name);
    if (group === undefined) groups.set(each.name, [each]);
    else group.push(each);
  }
  return groups;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
