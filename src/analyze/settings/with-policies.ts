import { policyOf, type Settings } from "../../config/index.js";
import type { Repository } from "../../git/index.js";
import { applyPolicies, type Backports } from "../../history/index.js";

/**
 * The answer with the gaps marked that the policies of branches rule out. The day on which is asked is that
 * of the source branch's last commit: the same history gives the same answer.
 */
export async function withPolicies(
  backports: Backports,
  settings: Settings | null,
  repository: Repository,
): Promise<Backports> {
  if (settings === null || settings.branches.length === 0) return backports;
  const [source] = await repository.resolve([backports.from]);
  const commits = backports.changes.map(({ commit }) => commit);
  const [tip, ...records] = await repository.commitMessages([source?.commit ?? backports.from, ...commits]);
  const day = tip?.committerDate.slice(0, 10) ?? "";
  const words = new Map(records.flatMap((record) => (record === null ? [] : [[record.commit, record] as const])));
  return applyPolicies(backports, {
    policyOf: (ref) => policyOf(settings, ref, day),
    day,
    wordsOf: (commit) => words.get(commit) ?? null,
  });
}
