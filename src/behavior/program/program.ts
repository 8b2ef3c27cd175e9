import { posix } from "node:path";
import type { Expression, LanguageFrontEnd } from "../../languages/index.js";
import type { FunctionFacts } from "../facts/function-facts.js";
import type { Standing } from "../paths/condition.js";
import { bareType, type ConstantLookup } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";
import { type Constant, Constants } from "./constants.js";
import { Imports } from "./imports.js";
import type { KeptFile } from "./kept-file.js";
import { isPackage } from "./package-path.js";

/** A function of one ref: its facts, and where they stand. */
export interface FunctionInstance {
  readonly name: string;
  /** Bare receiver type, or null. */
  readonly receiver: string | null;
  readonly facts: FunctionFacts;
  readonly text: string;
  readonly file: string;
  readonly directory: string;
  /** 1-based line of the declaration. */
  readonly line: number;
  readonly standing: Standing;
  readonly imports: Imports;
  /** A constant as the function's file sees it, with what is missing to know it. */
  readonly constant: (qualifier: string | null, name: string) => Constant;
}

/** What a callee's name stands for. */
export type Callee =
  | { readonly kind: "functions"; readonly functions: readonly FunctionInstance[] }
  /** A function of a package that is not among the sources read. */
  | { readonly kind: "library"; readonly package: string; readonly name: string }
  | { readonly kind: "unknown" };
const UNKNOWN: Callee = { kind: "unknown" };

/** A call or mention of a function, seen from the function it stands in. */
export interface Program {
  readonly functions: readonly FunctionInstance[];
  /** The package-level constants that have this very value, with the directories that declare them. */
  constantsOf(value: string): readonly { readonly name: string; readonly directory: string }[];
  /** Declarations that do not parse: what they do is unknown. */
  readonly problems: readonly { readonly file: string; readonly line: number; readonly message: string }[];
  named(name: string): readonly FunctionInstance[];
  resolve(callee: Term, from: FunctionInstance): Callee;
  /** The bare type a term is known to have, also through the declared results of a called function. */
  typeOf(term: Term, from: FunctionInstance): string | null;
  print(expression: Expression): string;
}

/** Puts the kept declarations of one ref together. */
export function buildProgram(files: readonly KeptFile[], language: LanguageFrontEnd): Program {
  const constants = new Constants(files);
  const functions: FunctionInstance[] = [];
  const problems: { file: string; line: number; message: string }[] = [];
  for (const file of files) {
    const directory = posix.dirname(file.path);
    const imports = new Imports(file.imports);
    const constant = (qualifier: string | null, name: string): Constant =>
      constants.find(qualifier === null ? { directory } : { package: imports.packageOf(qualifier) }, name);
    const constantOf: ConstantLookup = (qualifier, name) => {
      const found = constant(qualifier, name);
      return "value" in found ? found.value : null;
    };
    for (const { piece, facts } of file.declarations) {
      if (facts.kind === "broken")
        problems.push({ file: file.path, line: piece.line + facts.line, message: facts.message });
      if (facts.kind !== "function") continue;
      const { declaration } = facts.facts;
      const receiver = declaration.receiver?.type ?? null;
      functions.push({
        name: declaration.name,
        receiver,
        facts: facts.facts,
        text: facts.text,
        file: file.path,
        directory,
        line: piece.line,
        standing: { file: file.path, line: piece.line, function: declaration.name, print: language.print, constantOf },
        imports,
        constant,
      });
    }
  }
  functions.sort((a, b) => compareText(a.file, b.file) || a.line - b.line);
  const byName = groupByName(functions);
  const named = (name: string): readonly FunctionInstance[] => byName.get(name) ?? [];
  const resolve = (callee: Term, from: FunctionInstance): Callee => resolveCallee(callee, from, named);
  const typeOf = (term: Term, from: FunctionInstance): string | null =>
    typeOfTerm(term) ?? typeOfResult(term, (callee) => resolve(callee, from));
  const constantsOf = (value: string) => constants.withValue(value);
  return { functions, problems, constantsOf, named, resolve, typeOf, print: language.print };
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

function resolveCallee(
  callee: Term,
  from: FunctionInstance,
  named: (name: string) => readonly FunctionInstance[],
): Callee {
  if (callee.kind === "symbol" && callee.qualifier === null) {
    return found(named(callee.name).filter((each) => each.receiver === null && each.directory === from.directory));
  }
  if (callee.kind === "symbol" && callee.qualifier !== null) {
    const path = from.imports.packageOf(callee.qualifier);
    if (path === null) return byOwner(callee.name, null, from, named);
    const inside = named(callee.name).filter((each) => each.receiver === null && isPackage(path, each.directory));
    return inside.length > 0 ? found(inside) : { kind: "library", package: path, name: callee.name };
  }
  if (callee.kind === "member") return byOwner(callee.name, typeOfTerm(callee.object), from, named);
  if (callee.kind === "index") return resolveCallee(callee.object, from, named);
  return UNKNOWN;
}

/**
 * A method by its name: the receiver's type decides where it is known (a method
 * of the own type lies in the own package); otherwise the name must be unique.
 * What is not exported can only be meant in its own package.
 */
function byOwner(
  name: string,
  type: string | null,
  from: FunctionInstance,
  named: (name: string) => readonly FunctionInstance[],
): Callee {
  const exported = /^\p{Lu}/u.test(name);
  const methods = named(name).filter(
    (each) => each.receiver !== null && (exported || each.directory === from.directory),
  );
  if (type !== null) {
    const own = methods.filter((each) => each.receiver === type);
    const near = own.filter((each) => each.directory === from.directory);
    if (near.length > 0) return found(near);
    if (own.length > 0) return found(own);
    if (type === from.receiver) return UNKNOWN;
  }
  return new Set(methods.map((each) => each.receiver)).size === 1 ? found(methods) : UNKNOWN;
}

function found(functions: readonly FunctionInstance[]): Callee {
  return functions.length === 0 ? UNKNOWN : { kind: "functions", functions };
}

/** What a function of the sources declares to return. */
function typeOfResult(term: Term, resolve: (callee: Term) => Callee): string | null {
  const sources = term.kind === "local" ? term.sources() : [];
  const value = sources.find((source) => source.kind === "value")?.value ?? term;
  const [call, index] = value.kind === "part" ? [value.of, value.index] : [value, 0];
  if (call.kind !== "call") return null;
  const callee = resolve(call.callee);
  const type = callee.kind === "functions" ? callee.functions[0]?.facts.declaration.results[index]?.type : undefined;
  return type === undefined ? null : bareType(type);
}

/** The bare type a term is known to have, or null. */
export function typeOfTerm(term: Term): string | null {
  switch (term.kind) {
    case "receiver":
    case "parameter":
      return bareType(term.type);
    case "local":
      return term.type === null ? null : bareType(term.type);
    case "composite":
    case "assertion":
      return term.type === "" ? null : bareType(term.type);
    case "unary":
      return term.operator === "&" || term.operator === "*" ? typeOfTerm(term.operand) : null;
    case "call":
      // x.DeepCopy() has the type of x.
      return term.callee.kind === "member" && term.callee.name === "DeepCopy" ? typeOfTerm(term.callee.object) : null;
    default:
      return null;
  }
}
