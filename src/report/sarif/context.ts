import type { ExplainedRule } from "../../config/index.js";
import type { RenderContext } from "../context.js";

/** What the renderer of SARIF may know besides the review. */
export interface SarifContext extends Pick<RenderContext, "lang" | "webUrl"> {
  /** Volteface's own. */
  readonly version: string;
  /** The findings are all that stand on head, not only those that the change brings in. */
  readonly all: boolean;
  /** A rule as it is when a repository says nothing about it; null for one that nobody describes. */
  readonly explained: (rule: string) => ExplainedRule | null;
}
