import type { Expression, FunctionLiteral } from "../../languages/index.js";
import type { Site } from "../facts/function-facts.js";
import { type Path, type Step, stepsOf } from "../facts/path.js";
import { formulaOfStep } from "../paths/formula.js";
import { literalsOf, plain } from "../paths/literals.js";
import { constantValue } from "../terms/constant-value.js";
import { lowerTerm } from "../terms/lower-term.js";
import { lastName } from "../terms/print-term.js";
import type { Term, TermOf } from "../terms/term.js";
import { termKey } from "../terms/term-key.js";
import type { Assignment } from "./assignment.js";
import { type Ground, objectOf } from "./ground.js";
import type { RawEffect, Wholesale } from "./raw-effect.js";

/** What an assignment to a list does to one element; `element` null means all of them. */
export interface ListEffect {
  readonly action: "set" | "delete";
  readonly element: Term | null;
  readonly steps: readonly Step[];
}

/** `x.Finalizers = value` */
export function assignList(assignment: Assignment, ground: Ground): RawEffect[] {
  const { target, value, site, line } = assignment;
  return ground.spotsOf("list", target).flatMap((spot) =>
    listEffects(target, value, site, ground).flatMap(({ action, element, steps }): RawEffect[] => {
      const { rule } = spot;
      if (!rule.each && element !== null && constantValue(element, ground.constantOf) !== rule.name) return [];
      const wholesale = !rule.each && element === null ? LOSES_SOMETHING : null;
      return [
        ground.effect(spot, {
          action,
          value: null,
          object: objectOf(target),
          member: element,
          steps,
          site,
          line,
          wholesale,
        }),
      ];
    }),
  );
}

/** A list that is emptied may have held anything. */
const LOSES_SOMETHING: Wholesale = { losesNothing: () => false };

/** Functions of libraries and projects that take a list and an element tell by their name what they do. */
const REMOVES = /remove|delete|without|exclude|filter|reject/i;
const ADDS = /append|add|merge|union|insert|ensure/i;

/**
 * What a list is made into: by append, a literal, nil, a helper that takes it and
 * an element, or a loop that keeps the others. `target` is the list itself, where
 * the code names it.
 */
export function listEffects(target: Term | null, value: Expression, site: Site, ground: Ground): ListEffect[] {
  const term = lowerTerm(value, site.scope);
  if (term.kind === "constant" && term.type === "nil") return [{ action: "delete", element: null, steps: [] }];
  if (term.kind === "composite") {
    return term.entries.length === 0
      ? [{ action: "delete", element: null, steps: [] }]
      : elements(
          term.entries.map((entry) => entry.value),
          "set",
        );
  }
  if (term.kind === "local") return keptByLoop(target, term, ground);
  return term.kind === "call" ? calledWith(target, term, site, ground) : [];
}

function calledWith(target: Term | null, term: TermOf<"call">, site: Site, ground: Ground): ListEffect[] {
  const name = lastName(term.callee);
  const values = term.arguments;
  const own = values.findIndex((each) => isList(each, target, ground));
  if (name === "append") {
    if (own < 0 && isSplice(term)) return elements(foundInLoop(target, site.path, ground), "delete");
    return elements(singly(values.slice(1), target, term.node.spread), "set");
  }
  // A list made of something else than itself: what is in it is not known here.
  if (own < 0 && term.callee.kind !== "member") return [];
  const others = singly(
    values.filter((_, index) => index !== own),
    target,
    term.node.spread,
  );
  const asked = term.node.arguments.flatMap((each) => (each.kind === "function" ? comparedIn(each, name, site) : []));
  if (asked.length > 0) return elements(asked, "delete");
  if (REMOVES.test(name)) return elements(telling(others), "delete");
  return ADDS.test(name) ? elements(telling(others), "set") : [];
}

/** The list itself, or what a getter gives where the code does not name it. */
function isList(term: Term, target: Term | null, { instance }: Ground): boolean {
  if (target === null) return term.kind === "call" && term.arguments.length === 0;
  return termKey(term, instance.constantOf) === termKey(target, instance.constantOf);
}

/** Arguments as elements: a literal's are its own, those of another list are not known here. */
function singly(terms: readonly Term[], target: Term | null, spread: boolean): Term[] {
  return terms.flatMap((term, index) => {
    if (term.kind === "composite") return term.entries.map(({ value }) => value);
    const isSpread = spread && index === terms.length - 1;
    const isGetter = term.kind === "call" && term.arguments.length === 0;
    const isNamesake = term.kind === "member" && target?.kind === "member" && term.name === target.name;
    return isSpread || isGetter || isNamesake ? [] : [term];
  });
}

/** Of several arguments the ones that name elements: texts rather than objects, functions and switches. */
function telling(terms: readonly Term[]): Term[] {
  const names = terms.filter((term) => term.kind === "symbol" || isText(term));
  return names.length > 0 ? names : terms.slice(0, 1);
}

function isText(term: Term): boolean {
  return (term.kind === "constant" && term.type === "string") || (term.kind === "parameter" && term.type === "string");
}

/** Nil, a number or a function is no element. */
function elements(terms: readonly Term[], action: ListEffect["action"]): ListEffect[] {
  return terms
    .filter((term) => term.kind !== "other" && !(term.kind === "constant" && term.type !== "string"))
    .map((element) => ({ action, element, steps: [] }));
}

/** `func(s string) bool { return s == x }`: x is deleted where equals are, and kept out where others are kept. */
function comparedIn({ parameters: [first], body }: FunctionLiteral, name: string, { scope }: Site): Term[] {
  const [statement, ...others] = body.statements;
  if (statement?.kind !== "return" || others.length > 0) return [];
  const [answer] = statement.values;
  if (answer?.kind !== "binary") return [];
  const wanted = /delete|remove|reject/i.test(name) ? "==" : /filter|keep/i.test(name) ? "!=" : null;
  if (answer.operator !== wanted) return [];
  const isElement = (side: Expression): boolean => side.kind === "name" && side.name === first?.name;
  const other = isElement(answer.left) ? answer.right : isElement(answer.right) ? answer.left : null;
  return other === null ? [] : [lowerTerm(other, scope)];
}

/** `append(list[:i], list[i+1:]...)` */
function isSplice({ node }: TermOf<"call">): boolean {
  const [head, tail] = node.arguments;
  return node.spread && head?.kind === "slice" && tail?.kind === "slice";
}

/** What the elements of the list are asked to be on the way here. */
function foundInLoop(target: Term | null, path: Path | null, ground: Ground): Term[] {
  return comparedOnPath(target, path, true, ground);
}

/** `for _, each := range list { if each != x { rest = append(rest, each) } }`: x is left out. */
function keptByLoop(target: Term | null, local: TermOf<"local">, ground: Ground): ListEffect[] {
  const left = local.sources().flatMap((source) => {
    if (source.kind !== "value" || source.value.kind !== "call" || lastName(source.value.callee) !== "append")
      return [];
    const [, element] = source.value.arguments;
    return element?.kind === "element" ? comparedOnPath(target, source.path, false, ground) : [];
  });
  return elements(left, "delete");
}

/** What an element of the list is compared with on a path, where the answer must be `holds`. */
function comparedOnPath(target: Term | null, path: Path | null, holds: boolean, ground: Ground): Term[] {
  return stepsOf(path)
    .flatMap((step) => literalsOf(plain(formulaOfStep(step))))
    .flatMap((asked) => {
      if (asked.kind !== "literal" || asked.holds !== holds) return [];
      const { term } = asked;
      if (term.kind !== "binary" || term.operator !== "==") return [];
      if (isElementOf(term.left, target, ground)) return [term.right];
      return isElementOf(term.right, target, ground) ? [term.left] : [];
    });
}

function isElementOf(term: Term, target: Term | null, ground: Ground): boolean {
  const of = term.kind === "element" ? term.of : term.kind === "index" ? term.object : null;
  return of !== null && isList(of, target, ground);
}
