import type { Pack } from "../../rules/index.js";
import { Summaries } from "../effects/summary.js";
import { Callers } from "../program/callers.js";
import { Catalog } from "../program/catalog.js";
import type { Program } from "../program/program.js";
import { Wanted } from "../program/wanted.js";

/** What evaluating one ref needs at hand. */
export interface Evaluation {
  readonly pack: Pack;
  readonly program: Program;
  readonly catalog: Catalog;
  readonly summaries: Summaries;
  readonly callers: Callers;
  /** Collects the names that would tell more, were their declarations read. */
  readonly wanted: Wanted;
}

export function beginEvaluation(program: Program, pack: Pack): Evaluation {
  return {
    pack,
    program,
    catalog: new Catalog(pack, program),
    summaries: new Summaries(program, pack),
    callers: new Callers(program),
    wanted: new Wanted(),
  };
}
