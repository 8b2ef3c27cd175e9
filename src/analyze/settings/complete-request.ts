import type { Settings } from "../../config/index.js";
import type { Repository } from "../../git/index.js";
import type { PackReference } from "../../rules/index.js";
import { readSettings, type SettingsRequest } from "./read-settings.js";

/** What a request may leave to the settings of the repository. */
export interface SettledBySettings {
  /** Ids or files of packs; empty for those that fit the repository. */
  readonly rules: readonly PackReference[];
  /** Whose settings complete the request; absent where none should. */
  readonly settings?: SettingsRequest;
}

export type Completed<Request> = Request & {
  /** Globs of files that are not looked at. */
  readonly ignore: readonly string[];
  /** Null where none should be asked. */
  readonly found: Settings | null;
};

/** The request with what the settings say where it says nothing itself; flags are part of the settings already. */
export async function completeRequest<Request extends SettledBySettings>(
  request: Request,
  repository: Repository,
): Promise<Completed<Request>> {
  if (request.settings === undefined) return { ...request, ignore: [], found: null };
  const { settings, packs } = await readSettings(repository, request.settings);
  return { ...request, rules: packs, ignore: settings.ignore, found: settings };
}
