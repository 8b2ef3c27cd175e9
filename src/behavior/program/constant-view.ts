import type { Constant, Constants } from "./constants.js";
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
  for (const name of said.among(sought)) {
    if (!constants.names.has(name)) continue;
    for (const qualifier of qualifiers) {
      const { home, unread } = lookup(qualifier, name, from);
      const found = constants.find(home, name);
      if (!isEqual(found, unread)) seen.set(keyOf(qualifier, name), found);
    }
  }
  return {
    key: JSON.stringify([...seen]),
    of: (qualifier, name) => seen.get(keyOf(qualifier, name)) ?? lookup(qualifier, name, from).unread,
  };
}

/** Where a constant is looked for, and what is said when nobody declares it there. */
function lookup(qualifier: string | null, name: string, { directory, imports }: Standpoint) {
  if (qualifier === null) return { home: { directory }, unread: { missing: { name, within: directory } } };
  const path = imports.packageOf(qualifier);
  return { home: { package: path }, unread: { missing: path === null ? null : { name, within: path } } };
}

function isEqual(found: Constant, unread: Extract<Constant, { readonly missing: unknown }>): boolean {
  if (!("missing" in found)) return false;
  return found.missing?.name === unread.missing?.name && found.missing?.within === unread.missing?.within;
}

function keyOf(qualifier: string | null, name: string): string {
  return `${qualifier ?? ""}.${name}`;
}
