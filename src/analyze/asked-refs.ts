import type { Repository } from "../git/index.js";
import type { Listener } from "./progress.js";

/** The refs as typed; where none are, the default branch and all that look like releases, which is remarked. */
export async function askedRefs(
  refs: readonly string[],
  repository: Repository,
  listen: Listener,
): Promise<readonly string[]> {
  if (refs.length > 0) return refs;
  const found = await repository.defaultRefs();
  listen({ kind: "remark", code: "default-refs", fields: { refs: found.join(" "), count: found.length } });
  return found;
}
