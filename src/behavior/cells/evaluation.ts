import type { Pack } from "../../rules/index.js";
import { PassedArguments } from "../effects/call-arguments.js";
import { Summaries } from "../effects/summary.js";
import { Callers } from "../program/callers.js";
import { Catalog } from "../program/catalog.js";
import type { Program } from "../program/program.js";
import { Wanted } from "../program/wanted.js";
import { Travel } from "../stages/travel.js";

/** What evaluating one ref needs at hand. */
export interface Evaluation {
  readonly pack: Pack;
  readonly program: Program;
  readonly catalog: Catalog;
  readonly summaries: Summaries;
  readonly callers: Callers;
  readonly passed: PassedArguments;
  readonly travel: Travel;
  /** Collects the names that would tell more, were their declarations read. */
  readonly wanted: Wanted;
}

export function beginEvaluation(program: Program, pack: Pack): Evaluation {
  const wanted = new Wanted();
  const passed = new PassedArguments(program, pack);
  return {
    pack,
    program,
    catalog: new Catalog(pack, program),
    summaries: new Summaries(program, pack, passed, wanted),
    callers: new Callers(program),
    passed,
    travel: new Travel(program, pack, wanted),
    wanted,
  };
}
