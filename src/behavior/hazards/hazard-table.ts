import type { LanguageFrontEnd } from "../../languages/index.js";
import { type CodeRule, expressionOf, type HazardRule, SUBJECT, type TextRule } from "../../rules/index.js";
import { Code, type CodeNode, isStatement } from "./code.js";
import { hasForm } from "./form.js";
import { type Fit, Matcher } from "./matcher.js";
import { spell } from "./spell.js";
import { usesOf } from "./uses.js";

/** A hazard, seen in a declaration. */
export interface HazardSighting {
  readonly hazard: HazardRule;
  /** Counts from 0 within the declaration. */
  readonly line: number;
  /** `Receiver.name` or `name`. */
  readonly function: string;
  /** The code, canonical and on one line. */
  readonly text: string;
  /** What it is about, in words that do not depend on how it is spelled here; the same for the same matter. */
  readonly subject: string;
}

export type DeclarationHazards =
  /** Of `undecided` hazards nothing is known: the rule asks for too much, or is seen nearly everywhere. */
  | { readonly kind: "seen"; readonly sightings: readonly HazardSighting[]; readonly undecided: readonly HazardRule[] }
  /** Does not parse: nothing is known. `line` counts from 0 within the declaration. */
  | { readonly kind: "broken"; readonly line: number; readonly message: string };

/** A hazard that is seen more often than this in one function tells nothing. */
const MAXIMUM_SIGHTINGS = 50;
const MAXIMUM_TEXT = 160;

/** The hazards of declarations. They depend on the text alone, so each distinct text is judged once. */
export class HazardTable {
  readonly #known = new Map<string, DeclarationHazards>();

  constructor(
    private readonly hazards: readonly HazardRule[],
    private readonly language: LanguageFrontEnd,
  ) {}

  of(text: string): DeclarationHazards {
    const known = this.#known.get(text) ?? this.#judge(text);
    this.#known.set(text, known);
    return known;
  }

  #judge(text: string): DeclarationHazards {
    const lowered = this.language.lower(text);
    if (!lowered.ok) return { kind: "broken", line: lowered.line, message: lowered.message };
    const { declaration } = lowered;
    if (declaration.kind !== "function") return { kind: "seen", sightings: [], undecided: [] };
    const code = new Code(declaration, text, this.language);
    const found = this.hazards.map((hazard) => ({ hazard, sightings: sightingsOf(hazard, code) }));
    return {
      kind: "seen",
      sightings: found.flatMap(({ sightings }) => sightings ?? []),
      undecided: found.flatMap(({ hazard, sightings }) => (sightings === null ? [hazard] : [])),
    };
  }
}

/** Null when nothing is known. */
function sightingsOf(hazard: HazardRule, code: Code): HazardSighting[] | null {
  const { name, receiver } = code.declaration;
  const owner = receiver === null ? name : `${receiver.type}.${name}`;
  const matcher = new Matcher(hazard, code);
  const found: HazardSighting[] = [];
  for (const { rule, node, line, text } of candidatesOf(hazard.find, code)) {
    const fit = usesOf(node, code)
      .flatMap((at) => matcher.fits(rule, { node, at }, new Map()))
      .find(({ sure }) => sure);
    if (fit === undefined) continue;
    const shown = text();
    found.push({ hazard, line, function: owner, text: shown, subject: subjectOf(fit, node, code) ?? shown });
    if (found.length > MAXIMUM_SIGHTINGS) return null;
  }
  return matcher.isExhausted ? null : found;
}

interface Candidate {
  /** What is left to be asked. */
  readonly rule: CodeRule;
  readonly node: CodeNode;
  readonly line: number;
  readonly text: () => string;
}

/** Every place, or, for a rule that begins with a text, where the text is. */
function* candidatesOf(find: CodeRule, code: Code): Iterable<Candidate> {
  const { regex } = find;
  if (regex !== null && find.pattern === null && find.kind === null) {
    yield* placesOfText(regex, { ...find, regex: null }, code);
    return;
  }
  for (const node of code.nodes)
    if (hasForm(find, node)) yield { rule: find, node, line: node.tree.line, text: () => textOf(node, code) };
}

function* placesOfText(regex: TextRule, rule: CodeRule, code: Code): Iterable<Candidate> {
  const matcher = expressionOf(regex).matcher(code.textFor(regex));
  while (matcher.find()) {
    const start = matcher.start();
    const node = code.nodes.findLast(({ tree }) => tree.start <= start && start < tree.end) ?? code.nodes[0];
    if (node === undefined) return;
    const end = Math.max(matcher.end(), start + 1);
    const line = code.text.slice(0, start).split("\n").length - 1;
    yield { rule, node, line, text: () => folded(code.text.slice(start, end)) };
  }
}

function textOf({ tree }: CodeNode, { language, text }: Code): string {
  return folded(isStatement(tree) ? (text.slice(tree.start, tree.end).split("\n")[0] ?? "") : language.print(tree));
}

function folded(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MAXIMUM_TEXT ? `${line.slice(0, MAXIMUM_TEXT)}…` : line;
}

/** What `$subject` stands for, or else the code itself; null for a statement. */
function subjectOf({ captures }: Fit, node: CodeNode, code: Code): string | null {
  const term = captures.get(SUBJECT) ?? code.termOf(node);
  return term === null ? null : folded(spell(term, code));
}
