import type { Term, TermOf } from "../terms/term.js";
import { type Results, typeTextOf } from "../terms/term-type.js";
import { bareType } from "../terms/type-text.js";
import { type FunctionInstance, isExported } from "./function-instance.js";
import { isPackage } from "./package-path.js";

/** What a callee's name stands for. */
export type Callee =
  | {
      readonly kind: "functions";
      readonly functions: readonly FunctionInstance[];
      /** The package or the receiver's type says so; otherwise only that no other method has the name. */
      readonly certain: boolean;
    }
  /** A function of a package that is not among the sources read. */
  | { readonly kind: "library"; readonly package: string; readonly name: string }
  | { readonly kind: "unknown" };

const UNKNOWN: Callee = { kind: "unknown" };

/** The functions of a ref by name. */
export interface Directory {
  named(name: string): readonly FunctionInstance[];
}

export function resolveCallee(callee: Term, from: FunctionInstance, directory: Directory): Callee {
  switch (callee.kind) {
    case "symbol":
      return resolveSymbol(callee, from, directory);
    case "member":
      return resolveMethod(callee.name, callee.object, from, directory);
    case "index":
      return resolveCallee(callee.object, from, directory);
    default:
      return UNKNOWN;
  }
}

/**
 * What the calls in a term return, as the sources declare it.
 * @param declaredIn hears which function declares what is returned
 */
export function resultsOf(
  from: FunctionInstance,
  directory: Directory,
  declaredIn: (declaring: FunctionInstance) => void = () => undefined,
): Results {
  return (callee, index) => {
    const resolved = resolveCallee(callee, from, directory);
    const declaring = resolved.kind === "functions" ? resolved.functions[0] : undefined;
    const type = declaring?.facts.declaration.results[index]?.type ?? null;
    if (declaring !== undefined && type !== null) declaredIn(declaring);
    return type;
  };
}

function resolveSymbol({ qualifier, name }: TermOf<"symbol">, from: FunctionInstance, directory: Directory): Callee {
  const functions = directory.named(name).filter(({ receiver }) => receiver === null);
  if (qualifier === null) return certainly(functions.filter((each) => each.directory === from.directory));
  const path = from.imports.packageOf(qualifier);
  // Something of a package, such as a variable, has methods as well.
  if (path === null) return resolveMethod(name, null, from, directory);
  const inside = functions.filter((each) => isPackage(path, each.directory));
  return inside.length > 0 ? certainly(inside) : { kind: "library", package: path, name };
}

/**
 * A method by its name: the receiver's type decides where it is known (a method
 * of the own type lies in the own package); otherwise the name must be unique.
 * What is not exported can only be meant in its own package.
 */
function resolveMethod(name: string, object: Term | null, from: FunctionInstance, directory: Directory): Callee {
  const methods = directory
    .named(name)
    .filter((each) => each.receiver !== null && (isExported(name) || each.directory === from.directory));
  if (methods.length === 0) return UNKNOWN;
  let home = from;
  const results = resultsOf(from, directory, (declaring) => {
    home = declaring;
  });
  const text = object === null ? null : typeTextOf(object, results);
  const type = text === null || text === "" ? null : bareType(text);
  if (type !== null) {
    const own = methods.filter(({ receiver }) => receiver === type);
    const near = own.filter((each) => each.directory === from.directory);
    if (near.length > 0) return certainly(near);
    if (own.length > 0) return certainly(own);
    if (type === from.receiver || isOfLibrary(text, home, methods)) return UNKNOWN;
  }
  const owners = new Set(methods.map(({ receiver }) => receiver));
  return owners.size === 1 ? { kind: "functions", functions: methods, certain: false } : UNKNOWN;
}

/** `*http.Request`, as the function has it, has no methods that are written here; an interface without a star might have. */
function isOfLibrary(
  type: string | null,
  { imports }: FunctionInstance,
  methods: readonly FunctionInstance[],
): boolean {
  const qualifier = type?.match(/^\*(\w+)\./)?.[1];
  const path = qualifier === undefined ? null : imports.packageOf(qualifier);
  return path !== null && !methods.some((method) => isPackage(path, method.directory));
}

function certainly(functions: readonly FunctionInstance[]): Callee {
  return functions.length === 0 ? UNKNOWN : { kind: "functions", functions, certain: true };
}
