import { effectsText, type Matrix } from "../../behavior/index.js";
import type { RenderContext } from "../context.js";
import type { Messages } from "../locales/index.js";
import { caseText, groupOperations, type OperationGroup } from "../matrix/operations.js";
import { nameRefs } from "../names.js";
import { permalink } from "../permalink.js";
import { name } from "../text.js";
import { code, markdown, placeLink } from "./escape.js";
import { commitOf } from "./places.js";

/** Each operation: what it does in each case, its guards, and how every ref compares with the first. */
export function operationLines(matrix: Matrix, messages: Messages, context: Pick<RenderContext, "webUrl">): string[] {
  return [...groupOperations(matrix)].flatMap(([operation, groups]) => [
    `- ${code(operation)}`,
    ...groups.flatMap((group) => groupLines(group, matrix, messages, context)),
  ]);
}

function groupLines(
  { lead, refs }: OperationGroup,
  matrix: Matrix,
  messages: Messages,
  { webUrl }: Pick<RenderContext, "webUrl">,
): string[] {
  const { verdict, file, line } = lead;
  const head = markdown(messages.matrix.verdictOn(messages.matrix.verdict[verdict], nameRefs(matrix, refs, 8)));
  if (verdict === "absent") return [`  - ${head}`];
  const at = file === null || line === null ? null : { commit: commitOf(matrix, lead.ref), file, line };
  const place = at === null ? "" : ` ${placeLink(`${at.file}:${at.line}`, permalink(webUrl, at))}`;
  const same = verdict === "identical" || verdict === "equivalent";
  return [`  - ${head}; ${code(lead.function)}${place}`, ...(same ? [] : bodyLines(lead, messages))];
}

function bodyLines(lead: OperationGroup["lead"], messages: Messages): string[] {
  const cases = lead.cases.map(({ when, effects }) => {
    const condition = caseText(when);
    const what = effects.length === 0 ? messages.matrix.noEffects : name(effectsText(effects));
    return `    - ${markdown(condition === "" ? what : [...messages.matrix.caseWhen(condition), ...what])}`;
  });
  const guards = lead.guards.map(
    ({ line, condition, exit }) => `    - ${markdown(messages.matrix.guard(line, condition, exit))}`,
  );
  return [...cases, ...guards];
}
