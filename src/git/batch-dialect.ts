import { isOlder } from "./version.js";

/** How to talk to a `git cat-file` that stays. Answers are the same in both dialects. */
export interface BatchDialect {
  readonly command: readonly string[];
  /** Before each name. */
  readonly ask: string;
  /** After some names: git answers at the latest now. */
  readonly answerNow: string;
}

/** git 2.36 and later gathers answers until told to send them: half the time for small objects. */
const GATHERING: BatchDialect = {
  command: ["cat-file", "--batch-command", "--buffer"],
  ask: "contents ",
  answerNow: "flush\n",
};

/** Before, `--buffer` held answers back until the end of the input, so each is sent by itself. */
const ONE_BY_ONE: BatchDialect = { command: ["cat-file", "--batch"], ask: "", answerNow: "" };

/** The faster dialect that a version of git knows. */
export function batchDialect(version: string): BatchDialect {
  return isOlder(version, "2.36") ? ONE_BY_ONE : GATHERING;
}
