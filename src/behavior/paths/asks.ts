import { perObject } from "../../primitives/index.js";
import { type ConstantLookup, constantValue } from "../terms/constant-value.js";
import type { Term } from "../terms/term.js";
import { termKey } from "../terms/term-key.js";
import type { Condition } from "./condition.js";
import { certain, literalsOf, type Plain, plain, plainKey } from "./literals.js";

/** One thing that must hold for a place to be reached, comparable across refs. */
export interface Ask {
  /** Equal for two asks exactly when the same must hold. */
  readonly key: string;
  /** The key without how an object was fetched. */
  readonly loose: string;
  /** As written. */
  readonly text: string;
}

/** What is asked by whatever happens only after an error. */
const AFTER_ERROR = "‹after an error›";

/**
 * What conditions ask, each thing once: equal for two places exactly when the
 * same must hold there. A check for nil or for a type that ends in an error is
 * left out. Whether a path is left silently or with an error counts: the second
 * is heard of and retried.
 */
export function asksOf(conditions: readonly Condition[]): Ask[] {
  const found = new Map<string, Question>();
  for (const condition of conditions) {
    for (const question of questionsIn(condition)) if (!found.has(question.key)) found.set(question.key, question);
  }
  return [...found.values()].filter((question) => !isImplied(question, found));
}

/** The condition asks something besides errors. */
export const isTelling = perObject(({ formula, exit }: Condition): boolean =>
  literalsOf(plain(formula)).some((each) => exit?.error !== true || !asksForPresence(each)),
);

/** The conditions contradict each other: one asks for what another rules out. */
export function areContradictory(conditions: readonly Condition[]): boolean {
  const keys = new Set<string>();
  const constants = new Map<string, string>();
  const alternatives: (readonly string[])[] = [];
  for (const condition of conditions) {
    for (const { key, negated, equality } of claimsOf(condition)) {
      const [opposite, ...others] = negated;
      if (others.length > 0) alternatives.push(negated);
      else if (opposite !== undefined && keys.has(opposite)) return true;
      keys.add(key);
      if (equality?.holds !== true) continue;
      if ((constants.get(equality.subject) ?? equality.constant) !== equality.constant) return true;
      constants.set(equality.subject, equality.constant);
    }
  }
  return alternatives.some((negated) => negated.every((key) => keys.has(key)));
}

/** Something that surely holds where a condition does. */
interface Claim {
  readonly key: string;
  /** The keys that together say the opposite: one, or one for each alternative. */
  readonly negated: readonly string[];
  readonly equality: Equality | null;
}

const claimsOf = perObject(({ formula, home: { constantOf } }: Condition): readonly Claim[] =>
  literalsOf(certain(formula)).map((each) => ({
    key: plainKey(each, constantOf),
    negated: (each.kind === "any" ? each.parts : [each]).map((part) => plainKey(negation(part), constantOf)),
    equality: equalityOf(each, constantOf),
  })),
);

function negation(asked: Plain): Plain {
  if (asked.kind === "literal") return { ...asked, holds: !asked.holds };
  return { kind: asked.kind === "all" ? "any" : "all", parts: asked.parts.map(negation) };
}

interface Question extends Ask {
  /** The keys of its alternatives; one for a plain question. */
  readonly alternatives: readonly string[];
  readonly equality: Equality | null;
}

/** Something compared with a constant. */
interface Equality {
  readonly subject: string;
  readonly constant: string;
  readonly holds: boolean;
}

/** What the condition asks; it stands on the way to many places. */
const questionsIn = perObject((condition: Condition): readonly Question[] => {
  const meant = plain(condition.formula);
  if (meant === null || meant === true) return [];
  const { home, required: text, exit } = condition;
  if (meant === false)
    return [{ key: AFTER_ERROR, loose: AFTER_ERROR, text, alternatives: [AFTER_ERROR], equality: null }];
  const error = exit?.error ?? false;
  const { constantOf } = home;
  return literalsOf(meant).flatMap((each): Question[] => {
    if (error && asksForPresence(each)) return [];
    const suffix = error ? " ⇒ error" : "";
    const key = plainKey(each, constantOf) + suffix;
    const alternatives =
      each.kind === "literal" ? [key] : each.parts.map((part) => plainKey(part, constantOf) + suffix);
    const loose = plainKey(each, constantOf, true) + suffix;
    return [{ key, loose, text, alternatives, equality: equalityOf(each, constantOf) }];
  });
});

/** Something else that is asked says so already: `x == a` that `x != b`, and `a` that `a || b`. */
function isImplied({ key, alternatives, equality }: Question, all: ReadonlyMap<string, Question>): boolean {
  if (alternatives.length > 1) return alternatives.some((each) => each !== key && all.has(each));
  if (equality === null || equality.holds) return false;
  return [...all.values()].some(
    ({ equality: other }) =>
      other?.holds === true && other.subject === equality.subject && other.constant !== equality.constant,
  );
}

function equalityOf(asked: Plain, constantOf: ConstantLookup): Equality | null {
  if (asked.kind !== "literal" || asked.term.kind !== "binary" || asked.term.operator !== "==") return null;
  const { left, right } = asked.term;
  const [subject, constant] = isConstant(right, constantOf) ? [left, right] : [right, left];
  if (!isConstant(constant, constantOf)) return null;
  return { subject: termKey(subject, constantOf), constant: termKey(constant, constantOf), holds: asked.holds };
}

/** A literal, or a name of a package that stands for a constant even where its value is not known. */
function isConstant(term: Term, constantOf: ConstantLookup): boolean {
  return (
    (term.kind === "constant" && term.type !== "nil") ||
    term.kind === "symbol" ||
    constantValue(term, constantOf) !== null
  );
}

/** Whether something is there at all: nil, absent, of another type. */
function asksForPresence(asked: Plain): boolean {
  if (asked.kind !== "literal") return false;
  const { term } = asked;
  if (term.kind === "has") return term.of.kind === "assertion";
  if (term.kind !== "binary") return false;
  return [term.left, term.right].some((side) => side.kind === "constant" && side.type === "nil");
}
