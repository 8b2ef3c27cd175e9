import { HazardTable } from "../behavior/index.js";
import { goFrontEnd } from "../languages/index.js";
import type { SeeHazard } from "../rules/index.js";

/** Looks for one hazard in functions that are in no repository; a package clause need not stand before them. */
export const evaluateHazard: SeeHazard = (_pack, hazard, code) => {
  const source = Buffer.from(/^\s*package\s/m.test(code) ? code : `package example; ${code}`, "utf8");
  const { pieces, problems } = goFrontEnd.cut(source);
  const table = new HazardTable([hazard], goFrontEnd);
  const lines = new Set<number>();
  for (const { kind, line, start, end } of pieces) {
    const hazards = table.of(source.toString("utf8", start, end));
    if (hazards.kind === "broken") return null;
    if (kind === "function") for (const sighting of hazards.sightings) lines.add(line + sighting.line);
  }
  return problems.length > 0 ? null : [...lines].sort((a, b) => a - b);
};
