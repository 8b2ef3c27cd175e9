import {
  type CodeRule,
  expressionOf,
  type GuardRule,
  type HazardRule,
  type ObjectRule,
  type Pattern,
  type Relation,
} from "../../rules/index.js";
import type { Step } from "../facts/path.js";
import { type Captures, matchPattern } from "../terms/match.js";
import { printTerm } from "../terms/print-term.js";
import { sameTerm } from "../terms/same-term.js";
import type { Term } from "../terms/term.js";
import { typeOfTerm } from "../terms/term-type.js";
import type { Code, CodeNode } from "./code.js";
import { factsAt } from "./facts-at.js";
import { hasForm } from "./form.js";
import { areImpossible, entails } from "./guards.js";
import { mayHideGuard } from "./opaque.js";
import { descendantsOf, neighboursOf } from "./relatives.js";

/** One way in which a rule fits: what its metavariables stand for, and whether that is sure. */
export interface Fit {
  readonly captures: Captures;
  readonly sure: boolean;
}

/** Code that is asked, and where what it gives is used; mostly the same. */
export interface Place {
  readonly node: CodeNode;
  readonly at: CodeNode;
}

/** Rules asked of nodes; a rule of relations in relations could ask for ever. */
const MAXIMUM_QUESTIONS = 100_000;

/** More ways than these are not told apart. */
const MAXIMUM_FITS = 16;

/** Nothing is known of constants: a declaration is judged by its own text. */
const NO_CONSTANTS = (): null => null;

/** Asks the rules of one hazard of one function. Three-valued: no fit, a sure one, or one that is not known. */
export class Matcher {
  #questions = 0;

  constructor(
    private readonly hazard: HazardRule,
    private readonly code: Code,
  ) {}

  /** There was more to be asked than is worth the time: nothing is known. */
  get isExhausted(): boolean {
    return this.#questions > MAXIMUM_QUESTIONS;
  }

  fits(rule: CodeRule, place: Place, captures: Captures): readonly Fit[] {
    this.#questions += 1;
    if (this.isExhausted) return [];
    // Most code is something else, and that is seen soonest.
    if (!hasForm(rule, place.node)) return [];
    const own = rule.pattern === null ? sure(captures) : this.#pattern(rule.pattern, place.node, captures);
    if (own.length === 0 || !this.#hasText(rule, place.node)) return [];
    const steps: readonly ((captures: Captures) => readonly Fit[])[] = [
      ...rule.all.map((each) => (given: Captures) => this.fits(each, place, given)),
      (given) => rule.any?.flatMap((each) => this.fits(each, place, given)) ?? sure(given),
      ...RELATIONS.map((name) => (given: Captures) => this.#relation(name, rule[name], place, given)),
      (given) => (rule.guarded === null ? sure(given) : this.#guarded(rule.guarded, place, given)),
      (given) => this.#when(rule.skips === null || this.#skips(rule.skips, place.node, given), given),
      (given) => (rule.not === null ? sure(given) : negated(this.fits(rule.not, place, given), given)),
    ];
    return steps.reduce(andThen, own);
  }

  #when(holds: boolean, captures: Captures): readonly Fit[] {
    return holds ? sure(captures) : [];
  }

  #hasText({ regex }: CodeRule, { tree }: CodeNode): boolean {
    if (regex === null) return true;
    return expressionOf(regex).matcher(this.code.textFor(regex).slice(tree.start, tree.end)).find();
  }

  #pattern(pattern: Pattern, node: CodeNode, captures: Captures): readonly Fit[] {
    const term = this.code.termOf(node);
    const found = term === null ? null : this.#match(pattern, term, captures);
    return found === null ? [] : sure(found);
  }

  /** The captures with those of the pattern, where they agree with each other and with what they may be. */
  #match(pattern: Pattern, term: Term, captures: Captures): Captures | null {
    const found = matchPattern(pattern, term, NO_CONSTANTS);
    if (found === null) return null;
    for (const [name, object] of found) {
      const before = captures.get(name);
      if (before !== undefined && !sameTerm(before, object)) return null;
      const [, rule] = this.hazard.where.find(([variable]) => variable === name) ?? [];
      if (before === undefined && rule !== undefined && !this.#isObject(rule, object)) return null;
    }
    return found.size === 0 ? captures : new Map([...captures, ...found]);
  }

  #isObject(rule: ObjectRule, object: Term): boolean {
    const { pattern, type, regex, all, any, not } = rule;
    const made = object.kind === "part" ? object.of : object;
    return (
      (pattern === null || matchPattern(pattern, made, NO_CONSTANTS) !== null) &&
      (type === null || typeOfTerm(object, NO_CONSTANTS) === type) &&
      (regex === null || this.#spellings(object).some((text) => expressionOf(regex).matcher(text).find())) &&
      all.every((each) => this.#isObject(each, object)) &&
      (any?.some((each) => this.#isObject(each, object)) ?? true) &&
      (not === null || !this.#isObject(not, object))
    );
  }

  #spellings(object: Term): readonly string[] {
    const names = this.code.namesOf(object);
    return names.length > 0 ? names : [printTerm(object)];
  }

  #relation(name: RelationName, relation: Relation | null, { node, at }: Place, captures: Captures): readonly Fit[] {
    if (relation === null) return sure(captures);
    const fits: Fit[] = [];
    for (const other of neighboursOf(name === "has" ? node : at, name, relation.stopBy === "neighbor")) {
      const inside = name === "follows" || name === "precedes" ? [other, ...descendantsOf(other)] : [other];
      for (const each of inside) fits.push(...this.#fitsAt(relation.rule, each, captures));
      const { stopBy } = relation;
      if (fits.length >= MAXIMUM_FITS) break;
      if (typeof stopBy !== "string" && inside.some((each) => isSure(this.#fitsAt(stopBy, each, captures)))) break;
    }
    return fits.slice(0, MAXIMUM_FITS);
  }

  #fitsAt(rule: CodeRule, node: CodeNode, captures: Captures): readonly Fit[] {
    return this.fits(rule, { node, at: node }, captures);
  }

  #guarded(guard: GuardRule, { node, at }: Place, captures: Captures): readonly Fit[] {
    const places = node === at ? [node] : [node, at];
    const facts = places.flatMap(({ frame }) => factsAt(frame?.path ?? null));
    const holds = entails(facts, guard, ({ pattern }, term) => this.#match(pattern, term, captures) !== null);
    if (holds) return sure(captures);
    return mayHideGuard(facts, guard, captures) ? [{ captures, sure: false }] : [];
  }

  /** All that the rule finds is out of reach where the node holds, and no error tells of it. */
  #skips(rule: CodeRule, node: CodeNode, captures: Captures): boolean {
    const question = this.code.termOf(node);
    if (question === null) return false;
    const skipped = this.code.nodes.filter((each) => isSure(this.#fitsAt(rule, each, captures)));
    return (
      skipped.length > 0 &&
      skipped.every(({ frame }) => {
        const facts = factsAt(frame?.path ?? null, isSilent);
        return areImpossible(facts, (term) => (sameTerm(term, question) ? true : null));
      })
    );
  }
}

const RELATIONS = ["inside", "has", "follows", "precedes"] as const;
export type RelationName = (typeof RELATIONS)[number];

function isSilent(step: Step): boolean {
  return step.kind !== "unless" || !step.exit.error;
}

function sure(captures: Captures): readonly Fit[] {
  return [{ captures, sure: true }];
}

function isSure(fits: readonly Fit[]): boolean {
  return fits.some((fit) => fit.sure);
}

function andThen(fits: readonly Fit[], step: (captures: Captures) => readonly Fit[]): readonly Fit[] {
  const next = fits.flatMap((fit) => step(fit.captures).map((each) => ({ ...each, sure: each.sure && fit.sure })));
  return next.slice(0, MAXIMUM_FITS);
}

function negated(fits: readonly Fit[], captures: Captures): readonly Fit[] {
  if (isSure(fits)) return [];
  return [{ captures, sure: fits.length === 0 }];
}
