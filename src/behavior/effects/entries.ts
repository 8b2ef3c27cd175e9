import type { Expression } from "../../languages/index.js";
import { definitionsAt } from "../facts/definitions.js";
import type { SiteOf } from "../facts/function-facts.js";
import type { Scope } from "../facts/scope.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { Term, TermOf } from "../terms/term.js";
import type { Assignment } from "./assignment.js";
import { assignedText } from "./fields.js";
import { type Ground, objectOf } from "./ground.js";
import { entriesOf, keyOf, type MapEntry } from "./map-content.js";
import type { RawEffect } from "./raw-effect.js";
import { alternativesOf } from "./value-alternatives.js";

/** `m[k] = v`; in a loop over a literal that holds for each of its elements. */
export function setEntries(assignment: Assignment, ground: Ground): RawEffect[] {
  const { target, written, value, scope } = assignment;
  if (target.kind !== "index") return [];
  const elements = written?.kind === "index" ? elementsBehind(written.indices[0], scope) : null;
  if (elements === null) return setEntry(assignment, target, ground);
  const isElement = lowerTerm(value, scope).kind === "element";
  return elements.flatMap((element) => {
    const given = isElement && element.value !== null ? element.value : value;
    return setEntry({ ...assignment, value: given }, { ...target, index: keyOf(element) }, ground);
  });
}

function setEntry(assignment: Assignment, target: TermOf<"index">, ground: Ground): RawEffect[] {
  const { value, scope, site, line } = assignment;
  return ground.spotsOf("entry", target).flatMap((spot) =>
    alternativesOf(value, scope, site.path).map((alternative) =>
      ground.effect(spot, {
        action: "set",
        value: assignedText(assignment, alternative, ground),
        object: objectOf(target),
        member: target.index,
        steps: alternative.steps,
        site,
        line,
      }),
    ),
  );
}

/** `delete(m, k)`; in a loop over a literal that holds for each of its elements. */
export function deleteEntries(object: Term, key: Expression, site: SiteOf<"call">, ground: Ground): RawEffect[] {
  const { scope, line } = site;
  const keys = elementsBehind(key, scope)?.map(keyOf) ?? [lowerTerm(key, scope)];
  return keys.flatMap((index) => {
    const target: Term = { kind: "index", object, index };
    const write = {
      action: "delete",
      value: null,
      object: objectOf(target),
      member: index,
      steps: [],
      site,
      line,
    } as const;
    return ground.spotsOf("entry", target).map((spot) => ground.effect(spot, write));
  });
}

/** The elements of the literal that a loop's variable runs through; null for any other expression. */
function elementsBehind(expression: Expression | undefined, scope: Scope): readonly MapEntry[] | null {
  if (expression?.kind !== "name") return null;
  const variable = scope.find(expression.name, expression.start);
  if (variable === null) return null;
  const [only, ...others] = definitionsAt(variable, scope, expression.start).assignments;
  if (only?.kind !== "element" || others.length > 0 || only.over.kind !== "composite") return null;
  if (only.role === "key") return entriesOf(only.over, only.scope);
  return only.over.entries.map(({ value }) => ({
    key: value,
    value: null,
    scope: only.scope,
    steps: [],
    line: value.line,
  }));
}
