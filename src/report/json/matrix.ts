import type {
  CallView,
  CellView,
  Difference,
  Effect,
  Evidence,
  GuardView,
  Matrix,
  OperationView,
  Place,
  RefView,
  Snippet,
  Trigger,
  UnplacedView,
  WriterView,
} from "../../behavior/index.js";
import type { Alignment, RenderContext } from "../context.js";
import { jsonLine } from "./escape.js";
import { asIs, each, inOrder, type Order, orNull } from "./order.js";

/** `volteface/matrix@1` on one line; evidence and alignment follow the contract's keys when they were asked for. */
export function renderMatrixJson(matrix: Matrix, context: RenderContext): string {
  return jsonLine({
    ...(writeMatrix(matrix) as object),
    ...(context.evidence === undefined ? {} : { evidence: context.evidence.map(evidence) }),
    ...(context.align === undefined ? {} : { alignment: alignment(context.align) }),
  });
}

const effect = inOrder<Effect>({ action: asIs, key: asIs, value: asIs, line: asIs });
const guard = inOrder<GuardView>({ line: asIs, condition: asIs, exit: asIs });
const place = inOrder<Place>({ file: asIs, line: asIs, function: asIs });
const trigger = inOrder<Trigger>({ kind: asIs, value: asIs, expression: asIs });

const callOrder: Order<CallView> = {
  operation: asIs,
  arguments: asIs,
  file: asIs,
  line: asIs,
  function: asIs,
  trigger: orNull(trigger),
  guards: each(guard),
  loop: asIs,
  confidence: asIs,
  effects: each(effect),
  when: asIs,
  via: each(place),
};
const call = inOrder<CallView>(callOrder);

const difference = inOrder<Difference>({
  stage: asIs,
  operation: asIs,
  refs: asIs,
  kind: asIs,
  summary: asIs,
  before: asIs,
  after: asIs,
  call: asIs,
});

export const writeMatrix = inOrder<Matrix>({
  format: asIs,
  behavior: asIs,
  refs: each(inOrder<RefView>({ ref: asIs, commit: asIs, status: asIs, problems: asIs })),
  stages: asIs,
  operations: each(
    inOrder<OperationView>({
      ref: asIs,
      operation: asIs,
      function: asIs,
      file: asIs,
      line: asIs,
      verdict: asIs,
      cases: each(inOrder<OperationView["cases"][number]>({ when: asIs, effects: each(effect) })),
      guards: each(guard),
    }),
  ),
  cells: each(inOrder<CellView>({ ref: asIs, stage: asIs, calls: each(call), net: asIs })),
  writers: each(
    inOrder<WriterView>({
      ref: asIs,
      function: asIs,
      file: asIs,
      line: asIs,
      effects: each(effect),
      calledFrom: each(place),
    }),
  ),
  unplaced: each(inOrder<UnplacedView>({ ref: asIs, ...callOrder })),
  differences: each(difference),
});

const snippet = inOrder<Snippet>({ ref: asIs, commit: asIs, file: asIs, startLine: asIs, lines: asIs });
const evidence = inOrder<Evidence>({ difference, left: orNull(snippet), right: orNull(snippet) });
const alignment = inOrder<Alignment>({
  from: asIs,
  to: asIs,
  steps: each(inOrder<Alignment["steps"][number]>({ stage: asIs, operation: asIs, from: asIs, to: asIs, steps: asIs })),
});
