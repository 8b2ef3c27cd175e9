import type { Severity } from "../../primitives/index.js";
import type { Finding, FindingFacts, Review } from "../../review/index.js";
import type { Lang } from "../locales/index.js";
import type { Text } from "../text.js";

/** What the renderer of SARIF may know besides the review. */
export interface SarifContext {
  readonly lang: Lang;
  /** Volteface's own. */
  readonly version: string;
  /** `https://github.com/owner/name`; null where it is not known. */
  readonly webUrl: string | null;
  /** The findings are all that stand on head, not only those that the change brings in. */
  readonly all: boolean;
  /** Whether a finding is told at all; rules in monitor mode are only counted. */
  readonly isTold: (finding: Finding) => boolean;
  /** What a finding states, as the other formats have it. */
  readonly sentence: (facts: FindingFacts) => Text;
  readonly rule: (facts: FindingFacts) => SarifRule;
  /** What could not be seen, as the other formats have it. */
  readonly remark: (remark: Review["remarks"][number]) => Text;
}

/** A rule as a reader meets it for the first time. */
export interface SarifRule {
  /** The name under which it is configured, silenced and explained. */
  readonly id: string;
  readonly title: Text;
  /** What was seen, why it matters and what to do, a paragraph each. */
  readonly explanation: readonly Text[];
  /** As long as a repository says nothing about it. */
  readonly severity: Severity;
  readonly tags: readonly string[];
}
