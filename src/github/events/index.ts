/**
 * Events of GitHub in, jobs out: who listens to which events, a file each; a new one is a line here.
 * A doorman asks whether an event concerns us, makes a job and leaves; it asks GitHub nothing.
 */
import type { Doorman } from "../work.js";
import { checkRun } from "./check-run.js";
import { checkSuite } from "./check-suite.js";
import { installation } from "./installation.js";
import { issueComment } from "./issue-comment.js";
import { mergeGroup } from "./merge-group.js";
import { pullRequest } from "./pull-request.js";
import { push } from "./push.js";

export const doormen: readonly Doorman[] = [
  pullRequest,
  issueComment,
  checkRun,
  checkSuite,
  mergeGroup,
  push,
  installation,
];
