import type { LanguageFrontEnd } from "../languages/index.js";
import type { Names } from "./names.js";
import type { Pack } from "./pack.js";
import type { Path, Place, Report } from "./problem.js";
import { understandExamples } from "./understand-examples.js";
import { understandHazards } from "./understand-hazards.js";
import { understandKeys } from "./understand-keys.js";
import { understandShared, understandTerminal } from "./understand-moments.js";
import { understandOperations } from "./understand-operations.js";
import { type PatternReader, patternReader } from "./understand-patterns.js";
import { understandScenarios } from "./understand-scenarios.js";
import { checkEveryStageIsReached, understandTriggers } from "./understand-triggers.js";
import type { PartlyWritten } from "./without-broken.js";
import type { WrittenPack } from "./written.js";

/**
 * The step from what is written to what is meant. Reports what the schema
 * cannot know; the answer is only as good as the absence of reports.
 */
export function understand(
  written: PartlyWritten,
  frontEnds: Readonly<Record<WrittenPack["language"], LanguageFrontEnd>>,
  names: Names,
  report: Report,
  placeOf: (path: Path) => Place,
): Pack {
  const read = patternReader(frontEnds[written.language ?? "go"], report);
  const { stages, reached } = names;
  if (stages !== null && reached !== null) checkEveryStageIsReached(stages, reached, report);
  return {
    id: written.id ?? "",
    title: written.title ?? "",
    description: written.description ?? "",
    language: written.language ?? "go",
    general: written.general ?? false,
    keys: understandKeys(written.keys ?? {}, read, report),
    values: understandValues(written.values ?? {}, read),
    operations: understandOperations(written.operations ?? {}, report),
    stages: written.stages ?? [],
    triggers: understandTriggers(written.triggers ?? [], stages, read, report),
    terminal: understandTerminal(written.terminal, stages, read, report),
    shared: understandShared(written.shared, stages, read, report),
    sources: written.sources ?? {
      tests: false,
      mocks: false,
      vendored: false,
      generated: false,
      include: [],
      exclude: [],
    },
    hazards: understandHazards(written.hazards ?? {}, read, report),
    examples: understandExamples(written.examples ?? [], names, report),
    scenarios: understandScenarios(written.scenarios ?? [], names, report, placeOf),
  };
}

function understandValues(written: WrittenPack["values"], read: PatternReader): Pack["values"] {
  return Object.entries(written).map(([symbol, texts]) => ({
    symbol,
    patterns: texts.flatMap((text, index) => read(text, ["values", symbol, index]) ?? []),
  }));
}
