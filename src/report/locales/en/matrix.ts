import type { RefStatus, Verdict } from "../../../behavior/index.js";
import type { Names } from "../../names.js";
import { join, name, say, type Text } from "../../text.js";
import { list, listSome, orNothing, plural } from "./words.js";

export interface DifferenceFields {
  /** Where, ready to stand at the beginning of the sentence. */
  readonly place: Text;
  readonly refs: Text;
  /** How many refs. */
  readonly count: number;
  readonly first: string;
  readonly before: string;
  readonly after: string;
}

export const matrix = {
  headline: {
    alone: (ref: string) => say`Only ${ref} was asked for: there is nothing to compare it with.`,
    agree: (refs: number) => say`All ${refs} refs do the same at every stage.`,
    agreeReadable: (refs: number) =>
      refs > 1
        ? say`No difference was found between the ${refs} refs that could be read completely.`
        : say`Too few refs could be read completely to compare anything.`,
    differ: (fields: {
      differing: readonly string[];
      others: number;
      first: string;
      places: Text;
      onlyHow: number;
    }) => {
      const { differing, others, first, places, onlyHow } = fields;
      const more = say`; ${onlyHow} more ${plural(onlyHow, "gets", "get")} there differently (trigger or conditions)`;
      const it = plural(differing.length, "it does", "they do");
      return say`${some(differing, others)} ${plural(differing.length, "differs", "differ")} from ${first} in what ${it} ${places}${onlyHow > 0 ? more : []}.`;
    },
    atStages: (stages: readonly string[]) => say`at ${list(stages)}`,
    inOperations: (operations: readonly string[]) => say`in ${list(operations)}`,
    onlyHow: ({ differing, others, first }: { differing: readonly string[]; others: number; first: string }) =>
      say`No difference was found in what refs do at any stage, but ${some(differing, others)} ${plural(differing.length, "gets", "get")} there differently than ${first} (trigger or conditions).`,
    unsure: (refs: number) => say` ${refs} ${plural(refs, "ref", "refs")} could not be read completely.`,
  },
  titled: (id: string, title: Text) => say`${id}: ${title}`,
  aside: (text: Text) => say` (${text})`,
  stage: say`stage`,
  /** A column that stands for several refs. */
  group: (refs: Names, count: number) => {
    const more = refs.more > 0 ? say` and ${refs.more} more` : [];
    const same = refs.shown.length === count ? say` (same)` : say` (${count} refs, same)`;
    return say`${join(refs.shown.map(name), ", ")}${more}${count > 1 ? same : []}`;
  },
  when: { now: [] as Text, deferred: say` (deferred)`, concurrent: say` (concurrently)` },
  trigger: (kind: string, value: string) => say`on ${`${kind} ${value}`}`,
  untouched: (key: string) => say`${key} unchanged`,
  otherConditions: say`under other conditions`,
  unreadableCell: say`unknown: ref not readable`,
  incompleteCell: say`nothing found, but not all could be read`,
  legend: {
    differs: (first: string) => say`≠ differs from ${first}`,
    derived: say`~ stage derived through callers and returned values`,
    configured: say`^ stage given by the rules`,
    evidence: say`where refs share a column, file and line are those of the first`,
  },
  partOf: (title: Text) => say`part of ${title}`,
  leftOut: (titles: readonly Text[]) => say`Left out, because a comment may not be longer: ${join(titles, ", ")}.`,
  headings: {
    table: say`Table`,
    legend: say`Legend`,
    differences: (count: number) => say`Differences (${count})`,
    operations: say`Operations`,
    writers: say`Other writers of the tracked keys`,
    unplaced: say`Calls that belong to no known stage`,
    refs: say`Refs`,
    problems: say`What could not be read`,
    evidence: say`Evidence`,
  },
  refs: (refs: Names) => listSome(refs),
  allOthers: (others: number) => say`all ${others} other refs`,
  difference: {
    place: (stage: string | null, operation: string | null) => {
      if (stage !== null) return operation === null ? say`${stage}: ` : say`${stage}, ${operation}: `;
      return operation === null ? [] : say`${operation}: `;
    },
    calls: (d: DifferenceFields) =>
      say`${d.place}${d.refs} ${plural(d.count, "calls", "call")} ${d.after} where ${d.first} calls ${d.before}.`,
    callsNothing: (d: DifferenceFields) =>
      say`${d.place}${d.refs} ${plural(d.count, "calls", "call")} nothing where ${d.first} calls ${d.before}.`,
    callsAnew: (d: DifferenceFields) =>
      say`${d.place}${d.refs} ${plural(d.count, "calls", "call")} ${d.after} where ${d.first} calls nothing.`,
    operationMissing: (d: DifferenceFields & { operation: string }) =>
      d.after === "" || d.after === "—"
        ? say`${d.refs} ${plural(d.count, "has", "have")} no ${d.operation}; ${d.first} has it.`
        : say`${d.refs} ${plural(d.count, "has", "have")} ${d.operation}; ${d.first} does not.`,
    effects: (d: DifferenceFields) =>
      say`${d.place}on ${d.refs} the effects are ${orNothing(d.after, "none")}; on ${d.first}, ${orNothing(d.before, "none")}.`,
    trigger: (d: DifferenceFields) =>
      say`${d.place}${d.refs} ${plural(d.count, "is", "are")} triggered by ${orNothing(d.after, "nothing known")}, ${d.first} by ${orNothing(d.before, "nothing known")}.`,
    guards: (d: DifferenceFields) =>
      say`${d.place}${d.refs} ${plural(d.count, "requires", "require")} ${d.after} where ${d.first} requires ${d.before}.`,
    guardsOther: (d: DifferenceFields) =>
      say`${d.place}${d.refs} ${plural(d.count, "requires", "require")} other conditions than ${d.first} (matrix --evidence shows them).`,
    guardsMore: (d: DifferenceFields) =>
      say`${d.place}${d.refs} ${plural(d.count, "requires", "require")} ${d.after}, ${d.first} does not.`,
    guardsFewer: (d: DifferenceFields) =>
      say`${d.place}${d.refs} ${plural(d.count, "does", "do")} not require ${d.before}, as ${d.first} does.`,
  },
  verdict: {
    baseline: say`baseline`,
    identical: say`identical`,
    equivalent: say`equivalent`,
    differs: say`differs`,
    "only-here": say`only here`,
    absent: say`absent`,
  } satisfies Record<Verdict, Text>,
  status: {
    ok: say`ok`,
    incomplete: say`incomplete`,
    unreadable: say`unreadable`,
  } satisfies Record<RefStatus, Text>,
  verdictOn: (verdict: Text, refs: Names) => say`${verdict}: ${listSome(refs)}`,
  onRefs: (refs: Names) => say`on ${listSome(refs)}`,
  caseWhen: (when: string) => say`when ${when}: `,
  noEffects: say`no effect on tracked keys`,
  guard: (line: number, condition: string, exit: string | null) =>
    exit === null ? say`line ${line}: only if ${condition}` : say`line ${line}: if ${condition}, ${exit}`,
  calledFrom: (places: Names) =>
    places.shown.length === 0 ? say`no caller found` : say`called from ${listSome(places)}`,
};

/** Names while they are few, else how many of how many. */
function some(refs: readonly string[], others: number): Text {
  return refs.length <= 2 ? list(refs) : say`${refs.length} of ${others} other refs`;
}
