import type { Matrix } from "../../behavior/index.js";
import type { Backports, Timeline } from "../../history/index.js";
import type { RenderContext } from "../context.js";
import type { SarifContext } from "../sarif/context.js";

/** What a renderer of reviews may know besides the review. */
export interface ReviewContext extends Pick<RenderContext, "lang" | "width" | "color" | "webUrl">, SarifContext {
  /** What stands behind the review, per behavior; Markdown folds it away below. */
  readonly behind: readonly BehindReview[];
  /** What people asked for on the pull request, answered in Markdown, which only Markdown shows. */
  readonly answers?: readonly AnsweredCommand[];
  /** How people may answer on the pull request, in Markdown. */
  readonly commands?: string;
}

export interface AnsweredCommand {
  /** The command, as it was understood. */
  readonly command: string;
  readonly author: string;
  readonly markdown: string;
}

export interface BehindReview {
  readonly pack: { readonly id: string; readonly title: string };
  readonly matrix: Matrix;
  readonly story: { readonly timeline: Timeline; readonly backports: Backports } | null;
}
