import type { Difference, Matrix } from "../../behavior/index.js";
import type { Messages } from "../locales/index.js";
import type { Text } from "../text.js";
import { changesWhatIsDone } from "./differences.js";

/** The one sentence for a reader in a hurry. */
export function headline(matrix: Matrix, messages: Messages): Text {
  const unsure = matrix.refs.filter((ref) => ref.status !== "ok").length;
  const sentence = comparison(matrix, messages);
  return unsure > 0 ? [...sentence, ...messages.matrix.headline.unsure(unsure)] : sentence;
}

function comparison(matrix: Matrix, messages: Messages): Text {
  const say = messages.matrix.headline;
  const first = matrix.refs[0]?.ref ?? "";
  const others = matrix.refs.length - 1;
  const acting = matrix.differences.filter(changesWhatIsDone);
  const differing = refsIn(matrix, acting);
  const onlyHow = refsIn(matrix, matrix.differences).filter((ref) => !differing.includes(ref));
  if (others <= 0) return say.alone(first);
  if (differing.length > 0) {
    return say.differ({ differing, others, first, places: places(matrix, acting, messages), onlyHow: onlyHow.length });
  }
  return onlyHow.length > 0 ? say.onlyHow({ differing: onlyHow, others, first }) : agreement(matrix, messages);
}

/** Refs that could not be read completely agree with nobody: what they hold is unknown. */
function agreement({ refs }: Matrix, { matrix: { headline: say } }: Messages): Text {
  const readable = refs.filter((ref) => ref.status === "ok").length;
  return readable === refs.length ? say.agree(refs.length) : say.agreeReadable(readable);
}

function refsIn(matrix: Matrix, differences: readonly Difference[]): string[] {
  const found = new Set(differences.flatMap((difference) => difference.refs));
  return matrix.refs.map((ref) => ref.ref).filter((ref) => found.has(ref));
}

/** Stages in lifecycle order; when no stage differs, the operations that do. */
function places(matrix: Matrix, differences: readonly Difference[], messages: Messages): Text {
  const stages = matrix.stages.filter((stage) => differences.some((difference) => difference.stage === stage));
  if (stages.length > 0) return messages.matrix.headline.atStages(stages);
  const operations = new Set(differences.flatMap((difference) => difference.operation ?? []));
  return messages.matrix.headline.inOperations([...operations]);
}
