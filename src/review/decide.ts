import type { Disposition } from "./disposition.js";
import type { Finding } from "./finding.js";
import { type Intent, speaksOf } from "./intents.js";
import { inReadingOrder } from "./order.js";
import type {
  RefAndCommit,
  Remark,
  ResolvedFinding,
  Review,
  ReviewedChange,
  ReviewedRelation,
  StatedFinding,
} from "./review.js";
import { type Seen, type SettingOf, toFindings } from "./to-findings.js";

/** What is known of a change before it is decided what of it to tell. */
export interface ReviewFacts {
  /** Null when head is judged alone. */
  readonly base: RefAndCommit | null;
  readonly head: RefAndCommit;
  readonly mergeBase: string | null;
  readonly behaviors: readonly string[];
  readonly changes: readonly ReviewedChange[];
  readonly relations: readonly ReviewedRelation[];
  /** What the change itself does: it takes something back, or is wanted elsewhere, too. */
  readonly ofChange: readonly SeenInChange[];
  readonly onHead: readonly Seen[];
  readonly onBase: readonly Seen[];
  readonly intents: readonly Intent[];
  readonly dispositions: readonly Disposition[];
  readonly remarks: readonly Remark[];
}

export interface SeenInChange extends Seen {
  /** How the change's own text declares it, in its words; null when it is silent. */
  readonly declaredBy: string | null;
}

/** How a review is wanted. */
export interface ReviewPolicy {
  readonly settingOf: SettingOf;
  /** Also what stood on base already. */
  readonly all: boolean;
}

/** What to tell of a change, in which order. The same facts give the same review. */
export function decide(facts: ReviewFacts, { settingOf, all }: ReviewPolicy): Review {
  const { base, head, mergeBase, behaviors, changes, relations, remarks } = facts;
  const ofChange = toFindings(facts.ofChange, head, settingOf);
  const declared = new Map(ofChange.map(({ finding, seen }) => [finding, seen.declaredBy]));
  const onHead = toFindings(facts.onHead, head, settingOf).map(({ finding }) => finding);
  const onBase = toFindings(facts.onBase, base ?? head, settingOf).map(({ finding }) => finding);
  const { introduced, standing, resolved } = compare(onBase, onHead);
  const told = [...ofChange.map(({ finding }) => finding), ...(all || base === null ? onHead : introduced)];
  const stated = told.flatMap((finding) => answered(finding, declared.get(finding) ?? null, facts));
  const silenced = new Set(stated.map(({ finding }) => finding));
  return {
    format: "volteface/review@1",
    base,
    head,
    mergeBase,
    behaviors,
    changes,
    relations,
    findings: inReadingOrder(told.filter((finding) => !silenced.has(finding))),
    resolved:
      base === null ? [] : inReadingOrder(resolved).map((finding): ResolvedFinding => ({ finding, asBefore: null })),
    stated,
    standing: base === null ? 0 : standing.length,
    remarks,
  };
}

/** By fingerprint: what only head has, what both have, what only base has. */
function compare(onBase: readonly Finding[], onHead: readonly Finding[]) {
  const before = new Set(onBase.map(({ id }) => id));
  const after = new Set(onHead.map(({ id }) => id));
  return {
    introduced: onHead.filter(({ id }) => !before.has(id)),
    standing: onHead.filter(({ id }) => before.has(id)),
    resolved: onBase.filter(({ id }) => !after.has(id)),
  };
}

/** The first answer that somebody gave for a finding: in the change's text, or before. */
function answered(finding: Finding, declaredBy: string | null, facts: ReviewFacts): StatedFinding[] {
  const undone = finding.facts.rule === "undoes" ? finding.facts.undone : null;
  const subject = { id: finding.id, rule: finding.rule, undone };
  const intent = facts.intents.find((each) => speaksOf(each, subject));
  if (intent !== undefined) return [{ finding, reason: intent.reason, by: "trailer", who: null }];
  if (declaredBy !== null) return [{ finding, reason: declaredBy, by: "revert", who: null }];
  const disposition = facts.dispositions.find((each) =>
    each.finding === null ? undone !== null : each.finding === finding.id,
  );
  return disposition === undefined
    ? []
    : [{ finding, reason: disposition.reason, by: "disposition", who: disposition.who }];
}
