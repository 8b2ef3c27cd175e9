import { branchName } from "../../config/index.js";
import { openRepository, type Repository } from "../../git/index.js";
import { Failure } from "../../primitives/index.js";
import type { Listener } from "../progress.js";
import { scanRefs } from "../scan-refs.js";

/** What settings for a repository can be fitted to. */
export interface Survey {
  /** Where its files are written. */
  readonly root: string;
  readonly defaultBranch: string;
  /** Those that find their names on the default branch. */
  readonly packs: readonly { readonly id: string; readonly title: string; readonly general: boolean }[];
  /** Release-like branches, the newest first, as they are called on the server. */
  readonly branches: readonly { readonly name: string; readonly lastCommit: string }[];
  /** The day of the default branch's last commit: what "long ago" is measured from. */
  readonly lastCommit: string;
}

/** Looks at a repository that has no settings yet. Fails with `config.bare` where there is no working tree. */
export async function survey(directory: string, listen: Listener): Promise<Survey> {
  const repository = await openRepository(directory);
  try {
    const root = await repository.workTree();
    if (root === null) throw new Failure("config.bare", { directory });
    return { root, ...(await surveyHistory(repository, listen)) };
  } finally {
    await repository.close();
  }
}

async function surveyHistory(repository: Repository, listen: Listener): Promise<Omit<Survey, "root">> {
  const refs = await repository.resolve(await repository.defaultRefs());
  const records = await repository.commitMessages(refs.map(({ commit }) => commit));
  const days = records.map((record) => record?.committerDate.slice(0, 10) ?? "");
  const [first] = refs;
  if (first === undefined) throw new Error("a repository has a default ref");
  const scanned = await scanRefs({ rules: [], cache: true }, [first], repository, (event) => {
    if (event.kind === "stage") listen(event);
  });
  const applying = scanned.flatMap(({ result }) => result.packs).filter(({ applies }) => applies);
  return {
    defaultBranch: branchName(first.ref),
    packs: applying.map(({ pack: { id, title, general } }) => ({ id, title, general })),
    branches: refs
      .map(({ ref }, index) => ({ name: branchName(ref), lastCommit: days[index] ?? "" }))
      .slice(1)
      .reverse(),
    lastCommit: days[0] ?? "",
  };
}
