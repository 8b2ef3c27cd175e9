import type { Constant, Constants, Home } from "./constants.js";
import type { Imports } from "./imports.js";
import type { SaidNames, SoughtNames } from "./said-names.js";

/** The place from which constants are seen. */
export interface Standpoint {
  readonly directory: string;
  readonly imports: Imports;
}

/** The constants that a function can mean, as its file sees them in one ref. */
export interface ConstantView {
  /** Equal for views, from one place, in which everything is the same. */
  readonly key: string;
  readonly of: (qualifier: string | null, name: string) => Constant;
}

/**
 * The constants that a text says, behind each qualifier that it says. What else a ref declares makes no
 * difference to a function that has no other words: refs in which these are the same have the same function.
 * @param sought the names of these constants are among them
 */
export function viewConstants(
  said: SaidNames,
  sought: SoughtNames,
  from: Standpoint,
  constants: Constants,
): ConstantView {
  const seen = new Map<string, Constant>();
  const qualifiers = [null, ...from.imports.qualifiers.filter(said.says)];
  const homes = qualifiers.map((qualifier) => ({ qualifier, home: homeOf(qualifier, from) }));
  for (const name of said.among(sought)) {
    if (!constants.names.has(name)) continue;
    for (const { qualifier, home } of homes)
      if (constants.declares(home, name)) seen.set(keyOf(qualifier, name), constants.find(home, name));
  }
  return {
    key: JSON.stringify([...seen]),
    of: (qualifier, name) => seen.get(keyOf(qualifier, name)) ?? unread(homeOf(qualifier, from), name),
  };
}

/** Where a constant is looked for. */
function homeOf(qualifier: string | null, { directory, imports }: Standpoint): Home {
  return qualifier === null ? { directory } : { package: imports.packageOf(qualifier) };
}

/** What is said of a constant that nobody declares there. */
function unread(home: Home, name: string): Constant {
  const within = "directory" in home ? home.directory : home.package;
  return { missing: within === null ? null : { name, within } };
}

function keyOf(qualifier: string | null, name: string): string {
  return `${qualifier ?? ""}.${name}`;
}
