import type { AlignStep, Evidence } from "../behavior/index.js";
import type { Lang } from "./locales/index.js";

/** What a renderer may know besides the answer itself. */
export interface RenderContext {
  readonly lang: Lang;
  /** Columns of the terminal; only the terminal renderer looks. */
  readonly width: number;
  readonly color: boolean;
  /** `https://github.com/owner/name`; null gives evidence without links. */
  readonly webUrl: string | null;
  readonly packTitle: string;
  readonly evidence?: readonly Evidence[];
  readonly align?: Alignment;
}

/** What would have to change on `from` for its cells to become those of `to`. */
export interface Alignment {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly AlignStep[];
}

export const matrixFormats = ["terminal", "markdown", "json"] as const;
export type MatrixFormat = (typeof matrixFormats)[number];
