import type { RuleId } from "../../../review/index.js";
import { say, type Text } from "../../text.js";

/** What a rule of the review is about, for someone who meets it for the first time. */
export interface RuleText {
  readonly title: Text;
  /** What was seen when it speaks. */
  readonly meaning: Text;
  readonly matters: Text;
  readonly advice: Text;
}

export const ruleTexts: Readonly<Record<RuleId, RuleText>> = {
  undoes: {
    title: say`A change takes back an earlier one`,
    meaning: say`At some stage the code does again what it did before an earlier change replaced it. What the code does is compared, not its text: a renamed function or a moved call is no undo.`,
    matters: say`The earlier change was made for a reason, often a bug. Whoever takes it back may not know the reason, and then the bug returns.`,
    advice: say`Read the earlier change and what it says about its reason. If going back is meant, say so and why in the description; if not, keep what the earlier change did.`,
  },
  "undoes-by-lines": {
    title: say`A change takes back lines of an earlier fix`,
    meaning: say`Lines that an earlier fix had removed are back, or lines that it had added are gone, and no tracked behavior tells more about it.`,
    matters: say`A fix that is lost in a rewrite is rarely noticed before the bug is reported again. Lines also move for harmless reasons, so this is weaker evidence than behavior.`,
    advice: say`Compare the lines with the earlier fix. If its reason is gone, say so in the description.`,
  },
  "missing-backport": {
    title: say`Other branches do not have this change`,
    meaning: say`The change alters what the code does, and release branches still do what the base did before it.`,
    matters: say`A fix that reaches one branch only leaves the others with the bug, and branches drift apart without anyone deciding it.`,
    advice: say`Decide for each branch whether it is meant to have the change. Branches that get nothing any more belong into the settings, with the policy end-of-life.`,
  },
  asymmetry: {
    title: say`Cleaning up leaves something behind that setting up wrote`,
    meaning: say`An operation that sets keys has a counterpart that cleans them up, and the counterpart does not delete all of them.`,
    matters: say`What stays behind is taken for current by whoever reads the key next: a new run begins with a value of the old one.`,
    advice: say`Look at both operations side by side. Delete the key in the cleanup, or say why it must outlive it.`,
  },
  "guarded-cleanup": {
    title: say`A key is not removed when another one is absent`,
    meaning: say`A cleanup returns early, or skips a deletion, when one key is absent, though another key that it should delete can be there alone.`,
    matters: say`In that state the cleanup does nothing, every time, and the key stays for good.`,
    advice: say`Follow the calls that lead to the state. Ask for the key that is deleted, or delete without asking. Where no call of the branch leads there, the finding is only counted.`,
  },
  "missing-stage": {
    title: say`A stage at which other branches do something does nothing here`,
    meaning: say`Other branches call an operation at this stage of the lifecycle; on this branch nothing is called there.`,
    matters: say`A fix for the stage may never have reached the branch. Just as well the branch may solve the same thing elsewhere.`,
    advice: say`Compare the branches with volteface matrix --evidence, and decide whether the branch needs the call.`,
  },
  "unused-operation": {
    title: say`An operation is defined and never called`,
    meaning: say`A function that the rules name as an operation exists on this branch, and no code of the branch calls it.`,
    matters: say`Its last call may have been lost in a merge or a backport; or it is left over.`,
    advice: say`Find out when the last call went away; restore it, or remove the function.`,
  },
  "two-flows": {
    title: say`Two flows serve the same stage`,
    meaning: say`Two pieces of code react to the same stage, started by different triggers.`,
    matters: say`Which of them runs first is left to chance, and a fix to one of them is easily forgotten in the other.`,
    advice: say`Check whether both are meant to run. Often one of them was to be replaced by the other.`,
  },
  "early-return-before-cleanup": {
    title: say`A path returns before the cleanup of its stage`,
    meaning: say`A function returns early under a condition that also holds at the final stage, and the cleanup of that stage comes only after it.`,
    matters: say`At the stage that needs it, the cleanup does not run, and the state of the finished run stays.`,
    advice: say`Move the cleanup before the return, or narrow the condition.`,
  },
  "uncleaned-key": {
    title: say`No cleanup reaches a key that is written`,
    meaning: say`A function sets the key, and no operation that cleans up deletes it at any stage.`,
    matters: say`The key can only accumulate or go stale. Some keys are meant to stay, so this is only counted at first.`,
    advice: say`Delete the key where its lifecycle ends, or tell in the settings that it is meant to stay.`,
  },
  "unowned-cleanup": {
    title: say`A cleanup does not ask whose state it removes`,
    meaning: say`A cleanup deletes keys of an object that several runs share, without comparing any identifier of the run that it cleans up after.`,
    matters: say`A late cleanup of an old run can remove what a new run has just written.`,
    advice: say`Compare an identifier, such as a UID, before deleting; or make sure that runs never overlap.`,
  },
};
