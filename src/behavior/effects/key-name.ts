import { constantValue } from "../terms/constant-value.js";
import { printTerm } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";
import { bareType, isOpenType } from "../terms/type-text.js";
import type { SummaryEffect } from "./summary.js";

type Keyed = Pick<SummaryEffect, "rule" | "member" | "object" | "objectType" | "home">;

/** The name of the key an effect is on. For a family: the element's value, and `@Type` where the object's type is shown. */
export function keyName({ rule, member, objectType, home }: Keyed): string {
  if (!rule.each) return rule.name;
  const element = member === null ? "*" : (constantValue(member, home.constantOf) ?? shortName(member));
  return objectType === null || isOpenType(objectType) ? element : `${element}@${objectType}`;
}

/** The callers know more of this effect: its key, or the object's type, comes through a parameter. */
export function dependsOnCaller({ rule, member, object }: Keyed): boolean {
  if (!rule.each) return false;
  if (member?.kind === "parameter") return true;
  return object?.kind === "parameter" && isOpenType(bareType(object.type));
}

function shortName(term: Term): string {
  return term.kind === "symbol" ? term.name : printTerm(term);
}
