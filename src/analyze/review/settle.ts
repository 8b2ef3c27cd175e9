import { effectiveSettings, type Settings, settingOf } from "../../config/index.js";
import type { Repository } from "../../git/index.js";
import type { SettingOf } from "../../review/index.js";
import { completeRequest, type SettledBySettings } from "../settings/complete-request.js";

/** A request that knows how the repository wants each rule. */
export type Settled<Request> = Request & {
  readonly ignore: readonly string[];
  readonly found: Settings | null;
  readonly settingOf: SettingOf;
};

/** Completes a request by the settings that count; without any, rules are as they describe themselves. */
export async function settle<Request extends SettledBySettings>(
  request: Request,
  repository: Repository,
): Promise<Settled<Request>> {
  const completed = await completeRequest(request, repository);
  const settings = completed.found ?? effectiveSettings([]).settings;
  return { ...completed, settingOf: (rule, facts) => settingOf(settings, rule, facts) };
}
