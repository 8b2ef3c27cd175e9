import { effectsText, type Matrix } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import { caseText, groupOperations, type OperationGroup } from "../matrix/operations.js";
import { nameRefs } from "../names.js";
import { name } from "../text.js";
import { heading, type Page, paragraph } from "./sections.js";

/** Each operation: what it does in each case, its guards, and how every ref compares with the first. */
export function operationsSection(matrix: Matrix, messages: Messages, page: Page): string[] {
  const operations = [...groupOperations(matrix)];
  if (operations.length === 0) return [];
  const lines = operations.flatMap(([operation, groups]) => [
    ...paragraph(name(operation), page, { bullet: "- ", style: "strong" }),
    ...groups.flatMap((group) => groupLines(group, matrix, messages, page)),
  ]);
  return [...heading(messages.matrix.headings.operations, page), ...lines];
}

function groupLines({ lead, refs }: OperationGroup, matrix: Matrix, messages: Messages, page: Page): string[] {
  const { verdict, file, line } = lead;
  const style = verdict === "differs" || verdict === "absent" || verdict === "only-here" ? "differs" : "plain";
  const head = messages.matrix.verdictOn(messages.matrix.verdict[verdict], nameRefs(matrix, refs, 8));
  const place = file === null ? lead.function : `${lead.function} ${file}${line === null ? "" : `:${line}`}`;
  if (verdict === "absent") return paragraph(head, page, { indent: 2, style });
  return [
    ...paragraph(head, page, { indent: 2, style }),
    ...paragraph(name(place), page, { indent: 4, style: "faint" }),
    ...(verdict === "identical" || verdict === "equivalent" ? [] : bodyLines(lead, messages, page)),
  ];
}

function bodyLines(lead: OperationGroup["lead"], messages: Messages, page: Page): string[] {
  const cases = lead.cases.flatMap(({ when, effects }) => {
    const condition = caseText(when);
    const what = effects.length === 0 ? messages.matrix.noEffects : name(effectsText(effects));
    return paragraph(condition === "" ? what : [...messages.matrix.caseWhen(condition), ...what], page, { indent: 4 });
  });
  const guards = lead.guards.flatMap(({ line, condition, exit }) =>
    paragraph(messages.matrix.guard(line, condition, exit), page, { indent: 4, style: "faint" }),
  );
  return [...cases, ...guards];
}
