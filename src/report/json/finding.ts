import type { Finding, FindingEvidence } from "../../review/index.js";
import { findingSentence } from "../findings/sentence.js";
import { messagesIn } from "../locales/index.js";
import { plain } from "../terminal/escape.js";
import { asIs, inOrder } from "./order.js";

const evidence = inOrder<FindingEvidence>({ commit: asIs, file: asIs, line: asIs });

/** A finding as programs read it. Its message is in English. */
export function writeFinding(finding: Finding, webUrl: string | null): object {
  const { id, rule, facts, severity, mode, behavior, stage, ref, file, line } = finding;
  const { rule: _, ...fields } = facts;
  const message = plain(findingSentence(facts, messagesIn("en"), webUrl));
  const seen = finding.evidence.map(evidence);
  return { id, rule, severity, stage, ref, file, line, message, evidence: seen, behavior, mode, facts: fields };
}
