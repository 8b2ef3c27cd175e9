import type { CommandFile } from "../session.js";
import { action } from "./action.js";
import { backports } from "./backports.js";
import { config } from "./config.js";
import { demo } from "./demo.js";
import { explain } from "./explain.js";
import { init } from "./init.js";
import { matrix } from "./matrix.js";
import { replay } from "./replay.js";
import { report } from "./report.js";
import { review } from "./review.js";
import { rules } from "./rules.js";
import { scenario } from "./scenario.js";
import { serve } from "./serve.js";
import { timeline } from "./timeline.js";
import { undoes } from "./undoes.js";

/** Every command, in the order of the help. A new one is a file here and a line below. */
export const commands: readonly CommandFile[] = [
  matrix,
  timeline,
  undoes,
  backports,
  scenario,
  review,
  replay,
  report,
  rules,
  explain,
  config,
  init,
  serve,
  action,
  demo,
];
