/** A pull request in a workflow in; out: the summary of the step, notes for the runner, and the one comment where that is allowed. */
export { reviewInWorkflow, type WorkflowOutcome } from "./review-in-workflow.js";
