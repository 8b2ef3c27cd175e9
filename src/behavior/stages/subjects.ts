import type { Pack, Pattern, TriggerRule } from "../../rules/index.js";
import type { Condition } from "../paths/condition.js";
import { atomsOf, type Truth, type World } from "../paths/formula.js";
import { constantValue, matchPattern } from "../terms/match.js";
import { type ConstantLookup, lastName, termKey } from "../terms/print-term.js";
import type { Term } from "../terms/term.js";

/** One answer a subject may give, and the stages it stands for. */
export interface Candidate {
  readonly rule: TriggerRule;
  /** The trigger's value as reported: `Succeeded`. */
  readonly value: string;
  readonly world: World;
}

/** Something the code asks about that tells the stage: a phase it compares, a label it looks for. */
export interface Subject {
  readonly key: string;
  /** The position of the innermost condition that asks about it. */
  readonly position: number;
  readonly candidates: readonly Candidate[];
  /** The world in which it gives an answer that no trigger names; null when the triggers name them all. */
  readonly otherwise: World | null;
}

/** The subjects that a path asks about, in the order of their innermost question. */
export function subjectsOf(conditions: readonly Condition[], pack: Pack): Subject[] {
  const subjects = new Map<string, Subject>();
  for (const [position, condition] of conditions.entries()) {
    for (const atom of atomsOf(condition.formula)) {
      const subject = compared(atom, condition.constantOf, pack) ?? asked(atom, condition.constantOf, pack);
      if (subject !== null) subjects.set(subject.key, { ...subject, position });
    }
  }
  return [...subjects.values()].sort((a, b) => a.position - b.position);
}

type Found = Omit<Subject, "position">;
type ConstantTrigger = TriggerRule & { readonly when: { readonly kind: "constant" } };

/** `phase == Succeeded`: the other side of a trigger constant. */
function compared(atom: Term, constantOf: ConstantLookup, pack: Pack): Found | null {
  if (atom.kind !== "binary" || atom.operator !== "==") return null;
  const rules = pack.triggers.filter((rule): rule is ConstantTrigger => rule.when.kind === "constant");
  for (const [subject, constant] of [
    [atom.left, atom.right],
    [atom.right, atom.left],
  ] as const) {
    if (constantValue(subject, constantOf) !== null && subject.kind !== "symbol") continue;
    if (!rules.some((rule) => names(rule, constant, subject, constantOf))) continue;
    const key = termKey(subject, constantOf);
    const answer = (chosen: ConstantTrigger | null): World => {
      return (term) => {
        if (term.kind !== "binary" || term.operator !== "==") return null;
        for (const [side, other] of [
          [term.left, term.right],
          [term.right, term.left],
        ] as const) {
          if (termKey(side, constantOf) !== key) continue;
          if (chosen !== null && names(chosen, other, side, constantOf)) return true;
          if (other.kind === "symbol" || other.kind === "constant") return false;
        }
        return null;
      };
    };
    const candidates = rules.map((rule) => ({
      rule,
      value: triggerValue(rule, constant, constantOf),
      world: answer(rule),
    }));
    return { key, candidates, otherwise: answer(null) };
  }
  return null;
}

function names(rule: ConstantTrigger, constant: Term, subject: Term, constantOf: ConstantLookup): boolean {
  const { name, value, subject: pattern } = rule.when;
  if (constant.kind === "symbol" && constant.name === name)
    return pattern === null || matchesLoosely(pattern, subject, constantOf);
  // The same answer in other words: its text in place, or another constant that has it.
  if (value === null || pattern === null) return false;
  return constantValue(constant, constantOf) === value && matchPattern(pattern, subject, constantOf) !== null;
}

/** A parameter or a local that carries the subject has lost its origin: its constant identifies it well enough. */
function matchesLoosely(pattern: Pattern, subject: Term, constantOf: ConstantLookup): boolean {
  if (subject.kind === "parameter" || subject.kind === "local" || subject.kind === "part" || subject.kind === "call")
    return true;
  return matchPattern(pattern, subject, constantOf) !== null || subject.kind === "element" || subject.kind === "symbol";
}

function triggerValue({ when }: ConstantTrigger, written: Term, constantOf: ConstantLookup): string {
  if (when.value !== null) return when.value;
  const qualifier = written.kind === "symbol" ? written.qualifier : null;
  return constantOf(qualifier, when.name) ?? when.name;
}

/** A predicate: `has labels[x]`, `deleted.IsZero()`. */
function asked(atom: Term, constantOf: ConstantLookup, pack: Pack): Found | null {
  const candidates: Candidate[] = [];
  let subject: string | null = null;
  for (const rule of pack.triggers) {
    const { when } = rule;
    if (when.kind === "constant" || when.kind === "function") continue;
    const found =
      when.kind === "present" ? presence(when.pattern, atom, constantOf) : predicate(when.pattern, atom, constantOf);
    if (found === null) continue;
    subject ??= found.key;
    if (subject !== found.key) continue;
    const truth = when.kind !== "fails";
    candidates.push({ rule, value: when.value, world: answering(when, truth, found.key, constantOf) });
  }
  const [first] = candidates;
  if (subject === null || first === undefined) return null;
  const { when } = first.rule;
  if (when.kind === "constant" || when.kind === "function") return null;
  // The answer no rule stands for is the opposite of those that have one.
  const truths = new Set(candidates.map(({ rule }) => rule.when.kind !== "fails"));
  return {
    key: subject,
    candidates,
    otherwise: truths.size === 2 ? null : answering(when, when.kind === "fails", subject, constantOf),
  };
}

type Predicate = Extract<TriggerRule["when"], { kind: "present" | "holds" | "fails" }>;

function answering(when: Predicate, truth: boolean, key: string, constantOf: ConstantLookup): World {
  return (term): Truth => {
    const found =
      when.kind === "present" ? presence(when.pattern, term, constantOf) : predicate(when.pattern, term, constantOf);
    return found === null || found.key !== key ? null : found.positive === truth;
  };
}

/** The atom asks whether the pattern is there; `positive` when its truth means yes. */
function presence(pattern: Pattern, atom: Term, constantOf: ConstantLookup): { key: string; positive: boolean } | null {
  const matched = (term: Term): string | null =>
    matchPattern(pattern, term, constantOf) === null ? null : termKey(term, constantOf);
  if (atom.kind === "has") {
    const key = matched(atom.of);
    return key === null ? null : { key, positive: true };
  }
  if (atom.kind !== "binary" || atom.operator !== "==") {
    const key = matched(atom);
    return key === null ? null : { key, positive: true };
  }
  for (const [side, other] of [
    [atom.left, atom.right],
    [atom.right, atom.left],
  ] as const) {
    const key = matched(side);
    if (key !== null && other.kind === "constant" && (other.type === "nil" || other.value === ""))
      return { key, positive: false };
  }
  return null;
}

/** The atom is the pattern, a boolean expression, or its negation. */
function predicate(
  pattern: Pattern,
  atom: Term,
  constantOf: ConstantLookup,
): { key: string; positive: boolean } | null {
  const { expression } = pattern;
  const negated =
    (expression.kind === "unary" && expression.operator === "!") ||
    (expression.kind === "binary" && expression.operator === "!=");
  const plain: Pattern =
    expression.kind === "unary" && expression.operator === "!"
      ? { ...pattern, expression: expression.operand }
      : expression.kind === "binary" && expression.operator === "!="
        ? { ...pattern, expression: { ...expression, operator: "==" } }
        : pattern;
  if (matchPattern(plain, atom, constantOf) === null) return null;
  return { key: subjectKey(atom, constantOf), positive: !negated };
}

/** `x.DeletionTimestamp.IsZero()` and `x.DeletionTimestamp == nil` ask about one thing. */
function subjectKey(atom: Term, constantOf: ConstantLookup): string {
  if (
    atom.kind === "call" &&
    atom.callee.kind === "member" &&
    atom.arguments.length === 0 &&
    lastName(atom.callee) === "IsZero"
  ) {
    return termKey(atom.callee.object, constantOf);
  }
  if (atom.kind === "binary") {
    const side = atom.left.kind === "constant" ? atom.right : atom.left;
    return termKey(side, constantOf);
  }
  return termKey(atom, constantOf);
}
