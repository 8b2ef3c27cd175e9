import { align } from "./en/align.js";
import { app } from "./en/app.js";
import { backports } from "./en/backports.js";
import { cli, remarks } from "./en/cli.js";
import { config } from "./en/config.js";
import { explainFinding } from "./en/explain-finding.js";
import { failures } from "./en/failures.js";
import { findings } from "./en/findings.js";
import { matrix } from "./en/matrix.js";
import { problemLine, problems } from "./en/problems.js";
import { replay } from "./en/replay.js";
import { report } from "./en/report.js";
import { review } from "./en/review.js";
import { ruleTexts } from "./en/rule-texts.js";
import { rules } from "./en/rules.js";
import { sarif } from "./en/sarif.js";
import { scenario } from "./en/scenario.js";
import { timeline } from "./en/timeline.js";
import { undoes } from "./en/undoes.js";
import { wordSpace } from "./en/words.js";

/** The English catalogue, and by its type the contract of the others. */
export const en = {
  wordSpace,
  matrix,
  align,
  timeline,
  undoes,
  findings,
  backports,
  replay,
  report,
  review,
  rules,
  sarif,
  scenario,
  ruleTexts,
  config,
  explainFinding,
  app,
  cli,
  remarks,
  failures,
  problems,
  problemLine,
};

export type Messages = typeof en;
