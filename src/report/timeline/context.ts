import type { RenderContext } from "../context.js";

/** What a renderer of timelines may know besides the answer. */
export interface TimelineContext extends Pick<RenderContext, "lang" | "width" | "color" | "webUrl" | "packTitle"> {
  /** GitHub was asked about proposals: an open one is known to be open. */
  readonly statesKnown: boolean;
}
