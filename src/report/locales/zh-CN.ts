import type { Messages } from "./en.js";
import { align } from "./zh-CN/align.js";
import { app } from "./zh-CN/app.js";
import { backports } from "./zh-CN/backports.js";
import { cli, remarks } from "./zh-CN/cli.js";
import { config } from "./zh-CN/config.js";
import { explainFinding } from "./zh-CN/explain-finding.js";
import { failures } from "./zh-CN/failures.js";
import { findings } from "./zh-CN/findings.js";
import { matrix } from "./zh-CN/matrix.js";
import { problemLine, problems } from "./zh-CN/problems.js";
import { replay } from "./zh-CN/replay.js";
import { report } from "./zh-CN/report.js";
import { review } from "./zh-CN/review.js";
import { ruleTexts } from "./zh-CN/rule-texts.js";
import { rules } from "./zh-CN/rules.js";
import { sarif } from "./zh-CN/sarif.js";
import { scenario } from "./zh-CN/scenario.js";
import { timeline } from "./zh-CN/timeline.js";
import { undoes } from "./zh-CN/undoes.js";
import { wordSpace } from "./zh-CN/words.js";

export const zhCN: Messages = {
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
