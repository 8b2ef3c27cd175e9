import { severities } from "../primitives/index.js";
import type { Finding } from "./finding.js";
import type { Review } from "./review.js";

/**
 * Whether a pull request is disturbed with a comment: only for a finding that is a
 * warning at least. Notices go along with one; alone they stay in the check.
 */
export function isWorthAComment({ findings }: Pick<Review, "findings">): boolean {
  return findings.some((finding) => finding.mode !== "monitor" && isWarning(finding));
}

function isWarning({ severity }: Finding): boolean {
  return severities.indexOf(severity) >= severities.indexOf("warning");
}
