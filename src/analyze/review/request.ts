import type { Disposition, SettingOf } from "../../review/index.js";
import type { PullRequestLookup } from "../proposals.js";

/** What a review is asked for. The command line, the Action and the App all ask with this. */
export interface ReviewRequest {
  readonly directory: string;
  /** As typed; null judges head alone. */
  readonly base: string | null;
  /** As typed. */
  readonly head: string;
  /** Branches that may lack what the change brings; empty for all that look like releases. */
  readonly against: readonly string[];
  /** Ids or files of packs; empty for those that fit the repository. */
  readonly rules: readonly string[];
  /** Also what stood on base already. */
  readonly all: boolean;
  /** Title and description of the pull request, where they are known. */
  readonly text: { readonly number: number | null; readonly title: string; readonly description: string } | null;
  readonly dispositions: readonly Disposition[];
  readonly settingOf: SettingOf;
  /** What GitHub knows of earlier pull requests; null to do without. */
  readonly pullRequests: PullRequestLookup | null;
  readonly cache: boolean;
}
