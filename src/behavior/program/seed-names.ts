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

/** The fields whose entries a pack names: who replaces the whole map need not name them. */
export function mapFields({ keys }: Pack): string[] {
  return keys.flatMap(({ locations }) =>
    locations.flatMap(({ kind, pattern: { expression } }) => {
      if (kind !== "entry" || expression.kind !== "index" || expression.object.kind !== "member") return [];
      return expression.indices[0]?.kind === "literal" ? [expression.object.name] : [];
    }),
  );
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

/** The name of the map, field, list or function that a pattern is about; null where it says none. */
export function placeName(expression: Expression): string | null {
  switch (expression.kind) {
    case "member":
      return expression.name;
    case "name":
      return expression.name.startsWith("$") ? null : expression.name;
    case "index":
      return placeName(expression.object);
    case "call":
      return placeName(expression.callee);
    default:
      return null;
  }
}

/** The texts in a pattern: a key that a constant may stand for. */
export function literalsIn(expression: Expression): string[] {
  switch (expression.kind) {
    case "literal":
      return expression.type === "string" ? [expression.value] : [];
    case "index":
      return [...expression.indices.flatMap(literalsIn), ...literalsIn(expression.object)];
    case "call":
      return expression.arguments.flatMap(literalsIn);
    default:
      return [];
  }
}
