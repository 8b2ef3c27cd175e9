import type { CodeRule, GuardRule, ObjectRule, Relation, TextRule } from "./hazard.js";
import type { Pattern } from "./pack.js";
import { metavariables } from "./parse-pattern.js";
import type { Path, Report } from "./problem.js";
import { clausesOf } from "./understand-guard.js";
import type { PatternReader } from "./understand-patterns.js";
import { searchable } from "./understand-regex.js";
import type { WrittenCodeRule, WrittenObjectRule, WrittenRegex } from "./written-hazards.js";

/** Rules and relations of one hazard are counted together. */
const MAXIMUM_PARTS = 200;

/** Reads the rules of one hazard, in which a metavariable may have any name. */
export class CodeRuleReader {
  /** The names of the metavariables that occur in patterns, without the `$`. */
  readonly variables = new Set<string>();
  #parts = 0;

  constructor(
    private readonly read: PatternReader,
    private readonly report: Report,
  ) {}

  /** @param finds the rule is asked of all code, so it must say which code it is about */
  codeRule(written: WrittenCodeRule, path: Path, finds: boolean): CodeRule {
    this.#count(path);
    const { all, any, not, kind, stopBy, skips } = written;
    const inner = (rule: WrittenCodeRule, step: string | number, ...steps: readonly number[]): CodeRule =>
      this.codeRule(rule, [...path, step, ...steps], false);
    if (stopBy !== undefined && !RELATIONS.includes(String(path.at(-1))))
      this.report([...path, "stopBy"], { code: "stop-by-alone", relations: RELATIONS }, { on: "name" });
    const rule: CodeRule = {
      pattern: this.#pattern(written.pattern, [...path, "pattern"]),
      kind: kind ?? null,
      regex: this.#regex(written.regex, [...path, "regex"]),
      all: (all ?? []).map((each, index) => inner(each, "all", index)),
      any: any?.map((each, index) => inner(each, "any", index)) ?? null,
      inside: this.#relation(written.inside, [...path, "inside"]),
      has: this.#relation(written.has, [...path, "has"]),
      follows: this.#relation(written.follows, [...path, "follows"]),
      precedes: this.#relation(written.precedes, [...path, "precedes"]),
      guarded: this.#guard(written.guarded, [...path, "guarded"]),
      skips: skips === undefined ? null : this.codeRule(skips, [...path, "skips"], true),
      not: not === undefined ? null : inner(not, "not"),
    };
    if (Object.keys(written).length === 0) this.report(path, { code: "rule-says-nothing", of: "code" });
    else if (finds && !saysWhichCode(written)) this.report(path, { code: "rule-of-no-code" });
    return rule;
  }

  objectRule(written: WrittenObjectRule, path: Path): ObjectRule {
    this.#count(path);
    const { type, all, any, not } = written;
    if (Object.keys(written).length === 0) this.report(path, { code: "rule-says-nothing", of: "object" });
    return {
      pattern: this.#pattern(written.pattern, [...path, "pattern"]),
      type: type ?? null,
      regex: this.#regex(written.regex, [...path, "regex"]),
      all: (all ?? []).map((each, index) => this.objectRule(each, [...path, "all", index])),
      any: any?.map((each, index) => this.objectRule(each, [...path, "any", index])) ?? null,
      not: not === undefined ? null : this.objectRule(not, [...path, "not"]),
    };
  }

  #count(path: Path): void {
    this.#parts += 1;
    if (this.#parts === MAXIMUM_PARTS + 1) this.report(path, { code: "too-many-rules", most: MAXIMUM_PARTS });
  }

  #pattern(text: string | undefined, path: Path): Pattern | null {
    if (text === undefined) return null;
    const pattern = this.read(text, path, text.match(VARIABLE) ?? []);
    for (const name of pattern === null ? [] : metavariables(pattern.expression)) this.variables.add(name.slice(1));
    return pattern;
  }

  #regex(written: WrittenRegex | undefined, path: Path): TextRule | null {
    if (written === undefined) return null;
    const { match: text, comments, strings } = written;
    return searchable({ text, comments, strings }, path, this.report);
  }

  #relation(written: WrittenCodeRule | undefined, path: Path): Relation | null {
    if (written === undefined) return null;
    const { stopBy = "end" } = written;
    return {
      rule: this.codeRule(written, path, false),
      stopBy: typeof stopBy === "string" ? stopBy : this.codeRule(stopBy, [...path, "stopBy"], false),
    };
  }

  #guard(texts: readonly string[] | undefined, path: Path): GuardRule | null {
    if (texts === undefined) return null;
    const patterns = texts.flatMap((text, index) => this.#pattern(text, [...path, index]) ?? []);
    const clauses = clausesOf(patterns);
    if (clauses === null) this.report(path, { code: "too-many-alternatives" });
    return { texts, clauses: clauses ?? [] };
  }
}

const RELATIONS = ["inside", "has", "follows", "precedes"];
const VARIABLE = /\$[\p{L}_][\p{L}\p{N}_]*/gu;

/** What is asked of every piece of code must name some. */
function saysWhichCode({ pattern, kind, regex, all, any }: WrittenCodeRule): boolean {
  if (pattern !== undefined || kind !== undefined || regex !== undefined) return true;
  return (all ?? []).some(saysWhichCode) || (any?.every(saysWhichCode) ?? false);
}
