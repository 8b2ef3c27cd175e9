import type { Pack, Pattern } from "./pack.js";
import type { Path, Report } from "./problem.js";
import type { PatternReader } from "./understand-patterns.js";
import type { WrittenPack } from "./written.js";

/** `stages` is null when the pack's stages could not be read; then they are not compared. */
export function understandTerminal(
  written: WrittenPack["terminal"],
  stages: readonly string[] | null,
  read: PatternReader,
  report: Report,
): Pack["terminal"] {
  if (written === undefined) return null;
  checkStages(written.stages, stages, ["terminal", "stages"], report);
  return { stages: written.stages, holds: readAll(written.holds, ["terminal", "holds"], read) };
}

/** As above. */
export function understandShared(
  written: WrittenPack["shared"],
  stages: readonly string[] | null,
  read: PatternReader,
  report: Report,
): Pack["shared"] {
  if (written === undefined) return null;
  checkStages(written.stages, stages, ["shared", "stages"], report);
  return { stages: written.stages, owner: readAll(written.owner, ["shared", "owner"], read) };
}

function checkStages(named: readonly string[], stages: readonly string[] | null, path: Path, report: Report): void {
  for (const [index, stage] of named.entries()) {
    if (stages !== null && !stages.includes(stage))
      report([...path, index], { code: "unknown-name", of: "stage", name: stage, known: stages });
  }
}

function readAll(texts: readonly string[], path: Path, read: PatternReader): Pattern[] {
  return texts.flatMap((text, index) => read(text, [...path, index]) ?? []);
}
