import { type Difference, type Matrix, NOTHING } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import { nameRefs } from "../names.js";
import type { Text } from "../text.js";

/** A difference as a sentence in the reader's language, from its fields alone. */
export function differenceSentence(difference: Difference, matrix: Matrix, messages: Messages): Text {
  const say = messages.matrix.difference;
  const { stage, operation, before, after } = difference;
  const first = matrix.refs[0]?.ref ?? "";
  const others = matrix.refs.length - 1;
  const everyOther = difference.refs.length === others && others > 3;
  const refs = everyOther ? messages.matrix.allOthers(others) : messages.matrix.refs(nameRefs(matrix, difference.refs));
  const fields = { place: say.place(stage, operation), refs, count: difference.refs.length, first, before, after };
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
      return nothing(after) ? say.guardsFewer(fields) : nothing(before) ? say.guardsMore(fields) : say.guards(fields);
  }
}
