import type { Finding } from "./finding.js";
import { inReadingOrder } from "./order.js";
import { type Seen, type SeenOn, type SettingOf, toFindings } from "./to-findings.js";

/** What stands on a ref, whoever brought it there, in the order in which it should be read. */
export function standingFindings(seen: readonly Seen[], on: SeenOn, settingOf: SettingOf): Finding[] {
  return inReadingOrder(toFindings(seen, on, settingOf).map(({ finding }) => finding));
}
