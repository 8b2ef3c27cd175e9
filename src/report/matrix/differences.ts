import { type Difference, type DifferenceKind, type Matrix, NOTHING } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import { nameRefs } from "../names.js";
import type { Text } from "../text.js";

/** What is done comes before what starts it, and that before the conditions; within each as the answer has them. */
export function byImportance(matrix: Matrix): Difference[] {
  return [...matrix.differences].sort((a, b) => IMPORTANCE[a.kind] - IMPORTANCE[b.kind]);
}

const IMPORTANCE: Readonly<Record<DifferenceKind, number>> = {
  missing: 0,
  calls: 0,
  effects: 0,
  trigger: 1,
  guards: 2,
};

/** Whether a difference is one in what is done, and not only in how a path gets there. */
export function changesWhatIsDone({ kind }: Difference): boolean {
  return IMPORTANCE[kind] === 0;
}

/** Conditions longer than this say less than the source itself, which `--evidence` shows. */
const READABLE = 160;

/** A difference as a sentence in the reader's language, from its fields alone. */
export function differenceSentence(difference: Difference, matrix: Matrix, messages: Messages): Text {
  const say = messages.matrix.difference;
  const { stage, operation, before, after } = difference;
  const first = matrix.refs[0]?.ref ?? "";
  const others = matrix.refs.length - 1;
  const everyOther = difference.refs.length === others && others > 3;
  const refs = everyOther ? messages.matrix.allOthers(others) : messages.matrix.refs(nameRefs(matrix, difference.refs));
  const fields = {
    place: say.place(stage, difference.call ?? operation),
    refs,
    count: difference.refs.length,
    first,
    before,
    after,
  };
  const nothing = (text: string) => text === "" || text === NOTHING;
  switch (difference.kind) {
    case "calls":
      return nothing(after) ? say.callsNothing(fields) : nothing(before) ? say.callsAnew(fields) : say.calls(fields);
    case "missing":
      if (stage === null && operation !== null) return say.operationMissing({ ...fields, operation });
      return nothing(after) ? say.callsNothing(fields) : say.callsAnew(fields);
    case "effects":
      return say.effects(fields);
    case "trigger":
      return say.trigger(fields);
    case "guards":
      if (before.length + after.length > READABLE) return say.guardsOther(fields);
      return nothing(after) ? say.guardsFewer(fields) : nothing(before) ? say.guardsMore(fields) : say.guards(fields);
  }
}
