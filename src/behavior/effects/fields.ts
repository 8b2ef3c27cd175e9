import { constantValue } from "../terms/constant-value.js";
import { lowerTerm } from "../terms/lower-term.js";
import type { Assignment } from "./assignment.js";
import { type Ground, objectOf } from "./ground.js";
import type { RawEffect } from "./raw-effect.js";
import type { ValueText } from "./value.js";
import { type Alternative, alternativesOf } from "./value-alternatives.js";

/** `x.Field = value`: the zero value deletes. */
export function assignField(assignment: Assignment, ground: Ground): RawEffect[] {
  const { target, value, scope, site, line } = assignment;
  return ground.spots("field").flatMap((spot) => {
    if (!ground.matches(spot, target)) return [];
    return alternativesOf(value, scope, site.path).map((alternative) => {
      const deletes = assignment.operator === "=" && isZero(alternative, ground);
      return ground.effect(spot, {
        action: deletes ? "delete" : "set",
        value: deletes ? null : assignedText(assignment, alternative, ground),
        object: objectOf(target),
        member: null,
        steps: alternative.steps,
        site,
        line,
      });
    });
  });
}

/** What the target holds afterwards; `x += y` makes it `x + y`. */
export function assignedText(
  { written, operator, scope }: Assignment,
  { value }: Alternative,
  ground: Ground,
): ValueText {
  const given = value === null ? [{ text: "", known: true }] : ground.text(value.expression, value.scope);
  if (operator === "=" || written === null) return given;
  return [...ground.text(written, scope), { text: ` ${operator.slice(0, -1)} `, known: true }, ...given];
}

function isZero({ value }: Alternative, { instance, wanted }: Ground): boolean {
  if (value === null) return true;
  const { expression, scope } = value;
  if (expression.kind === "composite") return expression.entries.length === 0;
  const term = lowerTerm(expression, scope);
  wanted.constants(term, instance);
  if (constantValue(term, instance.constantOf) === "") return true;
  return term.kind === "constant" && (term.type === "nil" || term.value === "0" || term.value === "false");
}
