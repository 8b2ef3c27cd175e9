import type { Disposition } from "../../review/index.js";
import type { SettledBySettings } from "../settings/complete-request.js";
import type { PullRequestLookup } from "../trace/proposals.js";

/** What a review is asked for. The command line, the Action and the App all ask with this. */
export interface ReviewRequest extends SettledBySettings {
  readonly directory: string;
  /** As typed; null judges head alone, or for a pull request takes its base. */
  readonly base: string | null;
  /** As typed. */
  readonly head: string;
  /** Of the pull request that head is of; null for any other change. */
  readonly number: number | null;
  /** Branches that may lack what the change brings; empty for all that look like releases. */
  readonly against: readonly string[];
  /** Also what stood on base already. */
  readonly all: boolean;
  /** Title and description of the change; null to take those that GitHub or the commits tell. */
  readonly text: { readonly title: string; readonly description: string } | null;
  readonly dispositions: readonly Disposition[];
  /** What GitHub knows of earlier pull requests; null to do without. */
  readonly pullRequests: PullRequestLookup | null;
  readonly cache: boolean;
}
