import type { Expression } from "../../languages/index.js";
import type { Pack } from "../../rules/index.js";

/** The texts by which a pack finds the declarations it starts from. */
export interface SeedNames {
  /** A declaration with one of these is read, wherever it is. */
  readonly names: readonly string[];
  /** Names that only the behavior's own sources can hold: the pack applies where one is found. */
  readonly own: readonly string[];
}

/** What to look for in sources before anything is known of them. */
export function seedNames(pack: Pack): SeedNames {
  const operations = pack.operations.flatMap(({ functions }) => functions.map(({ name }) => name));
  const keys = pack.keys.flatMap(({ locations }) => locations.map(({ pattern }) => tellingName(pattern.expression)));
  const constants = pack.triggers.flatMap(({ when }) => (when.kind === "constant" ? [when.name] : []));
  const found = (names: readonly (string | null)[]): string[] =>
    [...new Set(names.filter((name) => name !== null && name.length > 2))].filter((name) => name !== null).sort();
  return { names: found([...operations, ...keys, ...constants]), own: found([...operations, ...keys]) };
}

/** The part of a pattern that a text must hold to match: a string in it, else its last name. */
function tellingName(expression: Expression): string | null {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "name":
      return expression.name.startsWith("$") ? null : expression.name;
    case "member":
      return expression.name;
    case "index": {
      const index = expression.indices[0];
      return (index === undefined ? null : tellingName(index)) ?? tellingName(expression.object);
    }
    case "call":
      return tellingName(expression.callee);
    default:
      return null;
  }
}
