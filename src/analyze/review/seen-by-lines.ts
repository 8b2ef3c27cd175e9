import type { Repository } from "../../git/index.js";
import { undoes } from "../../history/index.js";
import { lineSightings, type Remark, type SeenInChange, type SettingOf } from "../../review/index.js";
import type { Sides } from "./sides.js";

/**
 * What the lines of a change take back, for a change that no pack has a word about. Lines take time: where they
 * would only be counted, they are read for who wants to see it `all`.
 */
export async function seenByLines(
  { head, mergeBase, base }: Sides,
  { settingOf, all }: { readonly settingOf: SettingOf; readonly all: boolean },
  repository: Repository,
): Promise<{ readonly seen: readonly SeenInChange[]; readonly remarks: readonly Remark[] }> {
  const { mode } = settingOf("undoes-by-lines", null);
  if (mode === "off" || (mode === "monitor" && !all)) return { seen: [], remarks: [] };
  if (base === null || mergeBase === null || mergeBase === head.commit) return { seen: [], remarks: [] };
  const { answers, remarks } = await undoes(repository, [`${mergeBase}..${head.commit}`], { main: mergeBase });
  const found = lineSightings(answers.flatMap(({ undone }) => undone));
  return {
    seen: found.map(({ sighting, undone }) => ({
      sighting,
      behavior: null,
      declaredBy: undone.declared ? undone.subject : null,
    })),
    remarks: remarks.flatMap((remark) =>
      remark.code === "commit-too-large" ? [{ code: remark.code, fields: { commit: remark.commit } }] : [],
    ),
  };
}
