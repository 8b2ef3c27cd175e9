import type { Origin } from "../../config/index.js";
import type { ConfigAnswer, ShownSettings } from "../config/answers.js";
import { jsonLine } from "./escape.js";
import { asIs, byName, each, inOrder } from "./order.js";
import { problemOf } from "./problem.js";

/** One line: `volteface/config-check@1` or `volteface/config-show@1`. */
export function renderConfigJson(answer: ConfigAnswer): string {
  if (answer.kind === "show") return jsonLine({ format: "volteface/config-show@1", ...(shown(answer) as object) });
  const { file, problems } = answer;
  return jsonLine({
    format: "volteface/config-check@1",
    file,
    ok: problems.length === 0,
    problems: problems.map(problemOf),
  });
}

function origin(from: Origin): unknown {
  switch (from.kind) {
    case "default":
      return { kind: from.kind };
    case "file":
      return { kind: from.kind, file: from.file, line: from.line };
    default:
      return { kind: from.kind, name: from.name };
  }
}

const shown = inOrder<Omit<ShownSettings, "kind">>({
  file: asIs,
  packs: asIs,
  branches: asIs,
  rules: each(inOrder<ShownSettings["rules"][number]>({ id: asIs, mode: asIs, severity: asIs, reason: asIs, origin })),
  ignore: asIs,
  language: asIs,
  annotations: asIs,
  comment: asIs,
  drafts: asIs,
  failOn: asIs,
  origins: byName(origin),
});
