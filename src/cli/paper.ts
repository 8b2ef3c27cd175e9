import type { RenderContext } from "../report/index.js";
import type { Flags } from "./flags.js";
import type { Session } from "./session.js";

/** What a renderer must know about where the result will be read. */
export function paperFor({ io, lang }: Session, flags: Flags): Pick<RenderContext, "lang" | "width" | "color"> {
  const onTerminal = io.stdout.isTTY && flags.output === null;
  const wanted = flags.color && (io.env.NO_COLOR ?? "") === "" && io.env.TERM !== "dumb";
  return { lang, width: (onTerminal ? io.stdout.columns : undefined) ?? 80, color: onTerminal && wanted };
}
