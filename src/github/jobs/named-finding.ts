import type { LastReport } from "../../store/index.js";
import type { RemoteRepository } from "../api/index.js";

/** How a finding is told, in any language: its id and its rule. An id alone may be one that somebody made up, quoted. */
const TOLD = /`([0-9a-f]{12})`[^`\n]{1,40}`[a-z][a-z0-9-]*`/g;
/** Of an id, so much tells it from others. */
const SHORTEST = 4;

/**
 * The finding that a person names by its id or the beginning of it: one of those that stand on the pull
 * request, which is where people read them. Null when none of them does, or several do.
 *
 * @param last what was said there last
 */
export async function namedFinding(
  word: string,
  last: LastReport | null,
  remote: RemoteRepository,
): Promise<string | null> {
  const written = word.toLowerCase();
  const check = last?.checkRun == null ? null : await remote.checkRun(last.checkRun);
  const comment = last?.comment == null ? null : await remote.comment(last.comment);
  const told = `${check?.output.summary ?? ""}\n${comment?.body ?? ""}`.matchAll(TOLD);
  const ids = new Set([...told].map(([, id = ""]) => id));
  const meant = [...ids].filter((id) => written.length >= SHORTEST && id.startsWith(written));
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
