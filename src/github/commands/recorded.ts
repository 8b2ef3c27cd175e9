import type { BadCommand, Command } from "./parse-command.js";
import { isVerb, problems } from "./parse-command.js";

/** A command that is answered in the comment, or why it is none. */
export type Question = Extract<Command, { verb: "compare" | "timeline" | "explain" | "help" }> | Refused;
export type Refused = { readonly verb: "refused" } & BadCommand;

/** A question as it is kept: a word and more words. */
export interface RecordedQuestion {
  readonly verb: string;
  readonly words: readonly string[];
}

export function recordOf(question: Question): RecordedQuestion {
  switch (question.verb) {
    case "compare":
      return { verb: question.verb, words: question.refs };
    case "explain":
      return { verb: question.verb, words: [question.id] };
    case "refused":
      return { verb: question.verb, words: [question.problem, question.word] };
    default:
      return { verb: question.verb, words: [] };
  }
}

/** A question as it was kept; null for what another version kept. */
export function questionOf({ verb, words }: RecordedQuestion): Question | null {
  const [first = "", second = ""] = words;
  const problem = problems.find((one) => one === first);
  if (verb === "refused") return problem === undefined ? null : { verb, problem, word: second };
  if (!isVerb(verb)) return null;
  if (verb === "compare") return { verb, refs: words };
  if (verb === "explain") return { verb, id: first };
  return verb === "timeline" || verb === "help" ? { verb } : null;
}
