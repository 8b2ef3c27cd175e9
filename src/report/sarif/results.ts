import type { Result, Suppression } from "sarif";
import { type Severity, severities } from "../../primitives/index.js";
import type { Finding, Review } from "../../review/index.js";
import { findingSentence } from "../findings/sentence.js";
import { messagesIn } from "../locales/index.js";
import { toldFindings } from "../review/headline.js";
import { visible } from "../visible.js";
import type { SarifContext } from "./context.js";
import { limits } from "./limits.js";
import { type Locations, locationsOf } from "./locations.js";
import { messageText } from "./message.js";
import { levelOf } from "./rules.js";

export interface Results {
  readonly results: readonly Result[];
  readonly withoutPlace: number;
  readonly leftOut: number;
  readonly placesLeftOut: number;
}

/** A finding that is to become a result. */
export interface Told {
  readonly finding: Finding;
  /** Why it is no warning; null where nobody has answered for it. */
  readonly reason: string | null;
}

/** What is told of a review, in its order: what asks for attention, then what somebody has answered for. */
export function toldBy(review: Review): Told[] {
  return [
    ...toldFindings(review).map((finding) => ({ finding, reason: null })),
    ...review.stated.map(({ finding, reason }) => ({ finding, reason })),
  ];
}

/** The results of findings that have a place; the least severe of too many are left out. */
export function resultsOf(
  told: readonly Told[],
  { base, head }: Review,
  ruleIndex: (id: string) => number,
  context: SarifContext,
): Results {
  const placed = told.map((each) => ({ ...each, locations: locationsOf(each.finding, head.commit) }));
  const showable = placed.filter(({ locations }) => locations.primary !== null);
  const kept = mostSevere(showable);
  const baselineState = base !== null && !context.all ? "new" : null;
  return {
    results: kept.map((each) => resultOf(each, ruleIndex, baselineState, context)),
    withoutPlace: placed.length - showable.length,
    leftOut: showable.length - kept.length,
    placesLeftOut: kept.reduce((sum, { locations }) => sum + locations.leftOut, 0),
  };
}

function mostSevere<Each extends Told>(told: readonly Each[]): readonly Each[] {
  if (told.length <= limits.results) return told;
  const rank = ({ finding: { severity }, reason }: Told): number =>
    severities.indexOf(reason === null ? severity : STATED);
  const ranked = [...told].sort((a, b) => rank(b) - rank(a));
  const kept = new Set(ranked.slice(0, limits.results));
  return told.filter((each) => kept.has(each));
}

/** What somebody has answered for is a fact. */
const STATED: Severity = "notice";

function resultOf(
  { finding, reason, locations }: Told & { readonly locations: Locations },
  ruleIndex: (id: string) => number,
  baselineState: Result.baselineState | null,
  context: SarifContext,
): Result {
  const { primary, related } = locations;
  const sentence = findingSentence(finding.facts, messagesIn(context.lang), null);
  return {
    ruleId: visible(finding.rule),
    ruleIndex: ruleIndex(finding.rule),
    level: levelOf(reason === null ? finding.severity : STATED),
    message: { text: messageText(sentence, limits.message) },
    locations: primary === null ? [] : [primary],
    ...(related.length === 0 ? {} : { relatedLocations: [...related] }),
    partialFingerprints: { [FINGERPRINT]: finding.id },
    ...(reason === null ? {} : { suppressions: [suppression(reason)] }),
    ...(baselineState === null ? {} : { baselineState }),
  };
}

/** A new way of making fingerprints gets a new name. */
const FINGERPRINT = "volteface/v1";

function suppression(reason: string): Suppression {
  return { kind: "external", status: "accepted", justification: messageText([{ prose: reason }], limits.message) };
}
