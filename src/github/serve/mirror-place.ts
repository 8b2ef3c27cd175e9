import { join } from "node:path";
import { Failure } from "../../primitives/index.js";
import { lockDirectory } from "../../store/index.js";

/** More processes than these share no machine. */
const MOST = 64;

/** A directory for the mirrors of this process alone, and what gives it free. */
export interface MirrorPlace {
  readonly directory: string;
  readonly release: () => Promise<void>;
}

/** Claims the first directory for mirrors that no living process has: after a restart, the one from before. */
export async function claimMirrorPlace(dataDirectory: string): Promise<MirrorPlace> {
  for (let number = 1; number < MOST; number += 1) {
    const directory = join(dataDirectory, `mirrors-${number}`);
    try {
      return { directory, release: await lockDirectory(directory) };
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== "store.directory-in-use") throw error;
    }
  }
  throw new Failure("store.directory-in-use", { directory: join(dataDirectory, "mirrors-*") });
}
