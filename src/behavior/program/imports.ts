import type { Cut } from "../../languages/index.js";
import { perObject } from "../../primitives/index.js";
import type { SaidNames } from "./said-names.js";

/** What the qualifiers of a file stand for. */
export class Imports {
  readonly #packages = new Map<string, string>();
  /** Equal for files that import the same. */
  readonly key: string;
  /** All names that packages are imported by. */
  readonly qualifiers: readonly string[];

  /** Those of one source, once. */
  static readonly of = perObject((imports: Cut["imports"]) => new Imports(imports));

  private constructor(private readonly imports: Cut["imports"]) {
    this.key = JSON.stringify(imports);
    for (const each of imports) for (const name of namesOf(each)) this.#packages.set(name, each.path);
    this.qualifiers = [...this.#packages.keys()];
  }

  /** Those whose qualifiers a text names. */
  readonly saidBy = perObject(
    ({ says }: SaidNames) => new Imports(this.imports.filter((each) => namesOf(each).some(says))),
  );

  /** The import path behind a qualifier, or null when it is no import. */
  packageOf(qualifier: string): string | null {
    return this.#packages.get(qualifier) ?? null;
  }
}

const namesOf = perObject(({ alias, path }: Cut["imports"][number]) => (alias === null ? defaultNames(path) : [alias]));

/**
 * The names a package imported without alias may have: the last element of its
 * path, and where that is a major version also the one before it
 * (https://go.dev/ref/mod#major-version-suffixes).
 */
function defaultNames(path: string): string[] {
  const elements = path.split("/");
  const last = elements.at(-1) ?? path;
  const names = [
    last
      .replace(/\.v\d+$/, "")
      .replace(/^go-/, "")
      .replaceAll("-", "_"),
    last,
  ];
  const before = elements.at(-2);
  if (/^v\d+$/.test(last) && before !== undefined) names.push(before);
  return names;
}
