import { posix } from "node:path";
import type { Expression } from "../../languages/index.js";
import type { KeptFile } from "./kept-file.js";
import { isPackage } from "./package-path.js";

/** Where a constant is looked for. */
type Home = { readonly directory: string } | { readonly package: string | null };

/** Finds a package-level constant's string or number by package and name; null when it is not known. */
export function constantTable(files: readonly KeptFile[]): (home: Home, name: string) => string | null {
  const packages = new Map<string, Map<string, Expression>>();
  for (const file of files) {
    const directory = posix.dirname(file.path);
    for (const { facts } of file.declarations) {
      if (facts.kind !== "values" || !facts.declaration.constant) continue;
      let values = packages.get(directory);
      if (values === undefined) packages.set(directory, (values = new Map()));
      for (const { name, value } of facts.declaration.entries) if (value !== null) values.set(name, value);
    }
  }
  const directories = [...packages.keys()].sort((a, b) => b.length - a.length);

  const lookup = (home: Home, name: string): string | null => {
    if ("directory" in home) return valueOf(packages.get(home.directory)?.get(name), home.directory, 0);
    const { package: path } = home;
    if (path === null) return null;
    const directory = directories.find((each) => isPackage(path, each));
    return directory === undefined ? null : valueOf(packages.get(directory)?.get(name), directory, 0);
  };

  const valueOf = (expression: Expression | undefined, directory: string, depth: number): string | null => {
    if (expression === undefined || depth > 8) return null;
    switch (expression.kind) {
      case "literal":
        return expression.value;
      case "name":
        return valueOf(packages.get(directory)?.get(expression.name), directory, depth + 1);
      case "call":
        // A conversion: MigrationPhase("started").
        return expression.arguments.length === 1 ? valueOf(expression.arguments[0], directory, depth + 1) : null;
      case "binary": {
        if (expression.operator !== "+") return null;
        const left = valueOf(expression.left, directory, depth + 1);
        const right = valueOf(expression.right, directory, depth + 1);
        return left === null || right === null ? null : left + right;
      }
      default:
        return null;
    }
  };
  return lookup;
}
