import { say, type Text } from "../../text.js";
import { orNothing } from "./words.js";

/** How a finding came about, step by step. */
export const explainFinding = {
  headings: { steps: say`How it came about`, answer: say`How to answer it, once` },
  identity: (f: { id: string; rule: string; ref: string; state: Text }) =>
    say`Finding ${f.id} of the rule ${f.rule}, on ${f.ref}; ${f.state}.`,
  states: {
    told: say`it stands`,
    resolved: say`the change makes it go away`,
    stated: say`it is declared as intended`,
  },
  cell: (f: { ref: string; stage: string; calls: string }) =>
    say`On ${f.ref}, at ${f.stage}: ${orNothing(f.calls, "nothing")}`,
  call: (f: { call: string; function: string; at: Text }) => say`${f.call} is called in ${f.function}, ${f.at}`,
  via: (f: { function: string; at: Text }) => say`which is reached from ${f.function}, ${f.at}`,
  trigger: (f: { trigger: string; expression: string }) => say`started by ${f.trigger}: ${f.expression}`,
  guard: (f: { condition: string; exit: string | null }) =>
    f.exit === null ? say`only under ${f.condition}` : say`not under ${f.condition}, which leaves by ${f.exit}`,
  place: (at: Text) => say`seen at ${at}`,
  change: (f: { who: Text; subject: Text }) => say`the earlier change: ${f.who}, “${f.subject}”`,
  intent: (line: string) => say`By the author, with the reason, in the description or in a commit message: ${line}`,
  comment: (line: string) => say`By a maintainer, as a comment on the pull request, with the reason: ${line}`,
};
