import { cut } from "../refer.js";
import { plain } from "../terminal/escape.js";
import type { Text } from "../text.js";

/**
 * A sentence as a SARIF message: plain text on one line, with invisible and
 * active characters spelled out. `[text](target)` would be a link there, and
 * `handlers[i](x)` is ordinary Go, so brackets that could begin one are escaped.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317467
 */
export function messageText(text: Text, most: number): string {
  const shown = cut(plain(text), most);
  return shown.includes("](") ? shown.replace(/[[\]\\]/g, "\\$&") : shown;
}
