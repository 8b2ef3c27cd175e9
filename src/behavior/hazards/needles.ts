import type { Expression } from "../../languages/index.js";
import type { CodeRule, HazardRule } from "../../rules/index.js";

/**
 * Texts of which code must hold one for a hazard to be in it; null when a
 * hazard has none, so that all code must be read.
 */
export function hazardNeedles(hazards: readonly HazardRule[]): readonly string[] | null {
  const found = hazards.map(({ find }) => needlesOf(find));
  return found.includes(null) ? null : [...new Set(found.flatMap((needles) => needles ?? []))].sort();
}

function needlesOf({ pattern, all, any, regex }: CodeRule): readonly string[] | null {
  const own = pattern === null ? null : nameIn(pattern.expression);
  if (own !== null) return [own];
  const fixed = regex === null ? null : fixedText(regex.text);
  if (fixed !== null) return [fixed];
  for (const rule of all) {
    const needles = needlesOf(rule);
    if (needles !== null) return needles;
  }
  const alternatives = any?.map(needlesOf) ?? [null];
  return alternatives.includes(null) ? null : alternatives.flatMap((needles) => needles ?? []);
}

/**
 * The longest of the names that the pattern has. A declaration is judged by its own text, so whatever other
 * names code goes by, all of these stand in it.
 */
function nameIn(expression: Expression): string | null {
  return longest(namesIn(expression).filter(isFixed));
}

function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "name":
      return [expression.name];
    case "member":
      return [expression.name, ...namesIn(expression.object)];
    case "index":
      return [...namesIn(expression.object), ...expression.indices.flatMap(namesIn)];
    case "call":
      return [...namesIn(expression.callee), ...expression.arguments.flatMap(namesIn)];
    case "unary":
      return namesIn(expression.operand);
    case "binary":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case "assertion":
      return namesIn(expression.object);
    default:
      return [];
  }
}

/** The first of the longest. */
function longest(words: readonly string[]): string | null {
  return words.reduce<string | null>((best, word) => (best === null || word.length > best.length ? word : best), null);
}

function isFixed(name: string): boolean {
  return !name.startsWith("$") && name.length > 2;
}

/** The longest word of an expression without alternatives, groups and classes; a letter that may be left out ends a word. */
function fixedText(text: string): string | null {
  if (/[|()[\]{}]|\\[^.\\/bB]/.test(text)) return null;
  const words =
    text
      .replace(/\\[.\\/bB]/g, " ")
      .replace(/.[*?]/gs, " ")
      .match(/[\p{L}\p{N}_]{3,}/gu) ?? [];
  return longest(words);
}
