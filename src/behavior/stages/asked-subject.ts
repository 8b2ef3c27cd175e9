import { perObject } from "../../primitives/index.js";
import type { Pack, Pattern, TriggerRule } from "../../rules/index.js";
import type { Truth, World } from "../paths/formula.js";
import type { ConstantLookup } from "../terms/constant-value.js";
import { type Captures, matchPattern } from "../terms/match.js";
import { lastName } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";
import { termKey } from "../terms/term-key.js";
import type { Subject } from "./subjects.js";

type Predicate = Extract<TriggerRule["when"], { readonly kind: "present" | "holds" | "fails" }>;
type PredicateTrigger = TriggerRule & { readonly when: Predicate };

/** A question with two answers: `has labels[x]`, `deleted.IsZero()`. */
export function askedSubject(atom: Term, constantOf: ConstantLookup, pack: Pack): Subject | null {
  const rules = pack.triggers.filter(
    (rule): rule is PredicateTrigger => rule.when.kind !== "constant" && rule.when.kind !== "function",
  );
  const asked = rules.flatMap((rule) => {
    const question = questionOf(rule.when)(constantOf)(atom);
    return question === null ? [] : [{ rule, ...question }];
  });
  const [first] = asked;
  if (first === undefined) return null;
  const here = asked.filter(({ key }) => key === first.key).map(({ rule }) => rule);
  const worldOf =
    (stage: string | null): World =>
    (term) =>
      answer(term, first.key, stage, rules, constantOf);
  return {
    key: first.key,
    object: first.object,
    candidates: here.map((rule) => ({ rule, value: rule.when.value, world: worldOf(rule.stage) })),
    otherwise: new Set(here.map(({ stage }) => stage)).size > 1 ? null : worldOf(null),
  };
}

/**
 * What a question about the subject is answered at a stage: as the stage's rule
 * has it, or the other way round where only another stage's rule knows the
 * question. Stage null is where none of them is reached.
 */
function answer(
  term: Term,
  key: string,
  stage: string | null,
  rules: readonly PredicateTrigger[],
  constantOf: ConstantLookup,
): Truth {
  let opposite: Truth = null;
  for (const rule of rules) {
    const question = questionOf(rule.when)(constantOf)(term);
    if (question?.key !== key) continue;
    if (rule.stage === stage) return question.answer;
    opposite = !question.answer;
  }
  return opposite;
}

interface Question {
  readonly key: string;
  /** The pattern's `$object`. */
  readonly object: Term | null;
  readonly answer: boolean;
}

/** What the atom asks about, if it is the rule's question, and the answer that leads to the rule's stage. */
const questionOf = perObject((when: Predicate) =>
  perObject((constantOf: ConstantLookup) =>
    perObject((atom: Term): Question | null => {
      if (when.kind === "present") return presence(when.pattern, atom, constantOf);
      const asked = predicate(when.pattern, atom, constantOf);
      return asked === null ? null : { ...asked, answer: asked.answer === (when.kind === "holds") };
    }),
  ),
);

/** The atom asks whether something that fits the pattern, `of`, is there; `answer` is its truth where it is. */
export function presence(pattern: Pattern, atom: Term, constantOf: ConstantLookup): (Question & { of: Term }) | null {
  const found = (of: Term, answer: boolean) => {
    const captures = matchPattern(pattern, of, constantOf);
    return captures && { of, key: termKey(of, constantOf), object: objectIn(captures), answer };
  };
  if (atom.kind === "has") return found(atom.of, true);
  if (atom.kind !== "binary" || atom.operator !== "==") return found(atom, true);
  if (isNothing(atom.right)) return found(atom.left, false);
  return isNothing(atom.left) ? found(atom.right, false) : null;
}

function isNothing(term: Term): boolean {
  return term.kind === "constant" && (term.type === "nil" || term.value === "");
}

/** The atom is the pattern, a boolean expression, or its negation. */
function predicate(pattern: Pattern, atom: Term, constantOf: ConstantLookup): Question | null {
  const { expression } = pattern;
  const positive = (plain: Pattern["expression"], answer: boolean) => {
    const captures = matchPattern({ ...pattern, expression: plain }, atom, constantOf);
    return captures && { key: subjectKey(atom, constantOf), object: objectIn(captures), answer };
  };
  if (expression.kind === "unary" && expression.operator === "!") return positive(expression.operand, false);
  if (expression.kind === "binary" && expression.operator === "!=")
    return positive({ ...expression, operator: "==" }, false);
  return positive(expression, true);
}

function objectIn(captures: Captures): Term | null {
  return captures.get("object") ?? null;
}

/** `x.DeletionTimestamp.IsZero()` and `x.DeletionTimestamp == nil` ask about one thing. */
function subjectKey(atom: Term, constantOf: ConstantLookup): string {
  if (atom.kind === "call" && atom.callee.kind === "member" && lastName(atom.callee) === "IsZero")
    return termKey(atom.callee.object, constantOf);
  if (atom.kind !== "binary") return termKey(atom, constantOf);
  return termKey(atom.left.kind === "constant" ? atom.right : atom.left, constantOf);
}
