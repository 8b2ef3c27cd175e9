import type { Repository } from "../../git/index.js";
import { Failure } from "../../primitives/index.js";
import type { PackBytes } from "../../rules/index.js";
import { filesAt } from "./files-at.js";

/** A pack of the repository's own, as a commit has it. `path` may begin with `./` or `/`: all start at the root. */
export async function packAt(
  repository: Repository,
  base: { readonly name: string; readonly commit: string },
  path: string,
): Promise<PackBytes> {
  const inside = path.replace(/^(?:\.?\/)+/, "");
  const bytes = (await filesAt(repository, base.commit, [inside])).get(inside);
  if (bytes === undefined) throw new Failure("config.no-such-pack", { file: path, ref: base.name });
  return { name: `${base.name}:${inside}`, bytes };
}
