import type { PackDescription } from "../../rules/index.js";
import { isBroken, type RuleCheck, type RulesAnswer } from "../rules/answers.js";
import { jsonLine } from "./escape.js";
import { asIs, inOrder } from "./order.js";
import { problemOf } from "./problem.js";

/** One line: `volteface/rules-list@1`, `volteface/rules-check@1` or `volteface/rules-explain@1`. */
export function renderRulesJson(answer: RulesAnswer): string {
  switch (answer.kind) {
    case "list":
      return jsonLine({ format: "volteface/rules-list@1", packs: answer.packs.map(summary) });
    case "check":
      return jsonLine({ format: "volteface/rules-check@1", packs: answer.checks.map(check) });
    case "explain":
      return jsonLine({ format: "volteface/rules-explain@1", ...(description(answer.pack) as object) });
  }
}

function summary({ id, title, language, general, keys, operations, stages }: PackDescription): unknown {
  return {
    id,
    title,
    language,
    general,
    keys: keys.map((key) => key.name),
    operations: operations.map((operation) => operation.name),
    stages: stages.map((stage) => stage.name),
  };
}

function check(found: RuleCheck): unknown {
  const { reference, id, problems, examples, hazards } = found;
  return { reference, id, ok: !isBroken(found), problems: problems.map(problemOf), examples, hazards };
}

const description = inOrder<PackDescription>({
  id: asIs,
  title: asIs,
  description: asIs,
  language: asIs,
  general: asIs,
  keys: asIs,
  values: asIs,
  operations: asIs,
  stages: asIs,
  sources: asIs,
  hazards: asIs,
  examples: asIs,
  scenarios: asIs,
});
