import { posix } from "node:path";
import type { Expression, ValueDeclaration } from "../../languages/index.js";
import { perObject } from "../../primitives/index.js";
import { Imports } from "./imports.js";
import type { KeptFile } from "./kept-file.js";
import { isPackage } from "./package-path.js";
import type { WantedName } from "./wanted-name.js";

/** Where a constant is looked for. */
export type Home = { readonly directory: string } | { readonly package: string | null };

/** A constant's string or number, or the name whose declaration would tell it. */
export type Constant = { readonly value: string } | { readonly missing: WantedName | null };

export interface NamedConstant {
  readonly name: string;
  readonly directory: string;
}

const UNKNOWN: Constant = { missing: null };

/** References between constants are followed this far. */
const MAXIMUM_DEPTH = 8;

interface Declared {
  readonly value: Expression;
  readonly imports: Imports;
}

/** The package-level constants of one ref. */
export class Constants {
  /** The names that some package declares, each once. */
  readonly names: ReadonlySet<string>;
  readonly #packages = new Map<string, Map<string, Declared>>();
  readonly #groups: { readonly directory: string; readonly declaration: ValueDeclaration }[] = [];
  readonly #directories: readonly string[];
  readonly #directoriesOf = new Map<string, readonly string[]>();
  readonly #known = new Map<string, Constant>();

  constructor(files: readonly KeptFile[]) {
    for (const file of files) {
      const imports = Imports.of(file.imports);
      for (const { facts } of file.declarations) {
        if (facts.kind !== "values" || !facts.declaration.constant) continue;
        const directory = posix.dirname(file.path);
        this.#groups.push({ directory, declaration: facts.declaration });
        for (const { name, value } of facts.declaration.entries)
          if (value !== null) this.#package(directory).set(name, { value, imports });
      }
    }
    this.names = new Set([...this.#packages.values()].flatMap((declared) => [...declared.keys()]));
    this.#directories = [...this.#packages.keys()].sort((a, b) => b.length - a.length);
  }

  #package(directory: string): Map<string, Declared> {
    const known = this.#packages.get(directory);
    if (known !== undefined) return known;
    const fresh = new Map<string, Declared>();
    this.#packages.set(directory, fresh);
    return fresh;
  }

  /** All constants that stand for the text. */
  with(value: string): NamedConstant[] {
    const found = new Map<string, NamedConstant>();
    for (const { directory, declaration } of this.#groups) {
      const { literal, composed } = namesByText(declaration);
      for (const name of [...(literal.get(value) ?? []), ...composed]) {
        const constant = this.find({ directory }, name);
        if ("value" in constant && constant.value === value) found.set(`${directory}\n${name}`, { name, directory });
      }
    }
    return [...found.values()];
  }

  /** Whether a package declares the name there, whatever it stands for. */
  declares(home: Home, name: string): boolean {
    if ("directory" in home) return this.#packages.get(home.directory)?.has(name) ?? false;
    return home.package !== null && this.#declaring(home.package, name) !== undefined;
  }

  find(home: Home, name: string, depth = 0): Constant {
    if ("directory" in home) return this.#declared(home.directory, name, { name, within: home.directory }, depth);
    const { package: path } = home;
    if (path === null) return UNKNOWN;
    const directory = this.#declaring(path, name) ?? this.#directoriesNamed(path)[0] ?? path;
    return this.#declared(directory, name, { name, within: path }, depth);
  }

  #declaring(path: string, name: string): string | undefined {
    return this.#directoriesNamed(path).find((each) => this.#packages.get(each)?.has(name));
  }

  #directoriesNamed(path: string): readonly string[] {
    const known = this.#directoriesOf.get(path) ?? this.#directories.filter((each) => isPackage(path, each));
    this.#directoriesOf.set(path, known);
    return known;
  }

  #declared(directory: string, name: string, missing: WantedName, depth: number): Constant {
    const declared = this.#packages.get(directory)?.get(name);
    if (declared === undefined) return { missing };
    const key = `${directory}\n${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (depth > MAXIMUM_DEPTH) return UNKNOWN;
    const found = this.#valueOf(declared.value, declared.imports, directory, depth + 1);
    this.#known.set(key, found);
    return found;
  }

  #valueOf(expression: Expression, imports: Imports, directory: string, depth: number): Constant {
    switch (expression.kind) {
      case "literal":
        return { value: expression.value };
      case "name":
        return this.find({ directory }, expression.name, depth);
      case "member":
        return expression.object.kind === "name"
          ? this.find({ package: imports.packageOf(expression.object.name) }, expression.name, depth)
          : UNKNOWN;
      case "call": {
        // A conversion: MigrationPhase("started").
        const [only, ...rest] = expression.arguments;
        return only === undefined || rest.length > 0 ? UNKNOWN : this.#valueOf(only, imports, directory, depth + 1);
      }
      case "binary": {
        if (expression.operator !== "+") return UNKNOWN;
        const left = this.#valueOf(expression.left, imports, directory, depth + 1);
        const right = this.#valueOf(expression.right, imports, directory, depth + 1);
        if (!("value" in left)) return left;
        return "value" in right ? { value: left.value + right.value } : right;
      }
      default:
        return UNKNOWN;
    }
  }
}

/** The constants of a group by the text that each is written as, and those that are made of others. */
const namesByText = perObject(({ entries }: ValueDeclaration) => {
  const literal = new Map<string, string[]>();
  const composed: string[] = [];
  for (const { name, value } of entries) {
    if (value === null) continue;
    if (value.kind !== "literal") composed.push(name);
    else literal.set(value.value, [...(literal.get(value.value) ?? []), name]);
  }
  return { literal, composed };
});
